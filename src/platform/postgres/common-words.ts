/**
 * Words that stand in any sentence, of the languages our people write most: two flags are not alike for sharing them.
 * Words of one or two letters are left out of the comparison anyway.
 */
export const commonWords: readonly string[] = [
  'the and for not are was were has have had with from that this they them then than too only very our you your his her',
  'its who what when where which why how does did done can cannot could will would should get gets got into onto out off',
  'there their been being but all any some just also about after again always every because while',
  'der die das den dem des und oder nicht ist sind war hat haben mit von vom für auf aus bei ein eine einen einem einer',
  'kein keine keinen zum zur wird werden auch noch nur als dass wenn man wir sie ihr immer wieder schon sich',
  'les des une est sont pas par pour dans avec sur que qui plus aux ses nous vous elle elles ils mais quand toujours',
  'los las una del con por para que más sus está son hay como pero cuando siempre nos',
  'het een van niet met voor zijn wordt naar maar ook',
  'gli dei della delle per con non che sono una nel alla',
  'não uma com para por dos das mais são está quando sempre',
]
  .join(' ')
  .split(' ');
