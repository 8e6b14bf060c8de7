import { lazily } from '../lazily.ts';

/** Given names that are as often a word: people where a verb follows. */
export const wordNames = wordSet(`
will mark rose grace hope joy faith art bill rob pat sue drew frank grant chase dean jack ray robin summer autumn ivy olive pearl
jasmine crystal oscar kay lance miles penny christian heather hazel amber dawn eve guy harry iris lily daisy violet poppy rusty
sandy brook clay cliff dale earl forest gene glen jade jean kit lane lee les max major melody nick norm peg pierce rich rocky sky
sterling stone van vale wade ward wren angel bishop carter cooper hunter mason page parker porter taylor turner tyler walker holly
honor innocent blessing precious patience prince princess queen king destiny chance ace colt mercy prudence constance verity
brandy candy cherry coral fern ginger opal trinity genesis luna jan rod ram said dash mona bea gay gail merry carol
`);

/** Given names that are as often a place or a product: people where the verb leaves no doubt. */
export const placeNames = wordSet(`
jordan austin chelsea florence lincoln sydney phoenix dallas houston savannah charlotte georgia virginia carolina victoria
adelaide paris london madison brooklyn israel claude julia ada mercedes jasper kent boston denver orlando alma phoebe aurora nova
siena milan vienna verona asia india china kenya ireland troy lourdes santiago valencia cassandra marvin ansel alfred
`);

function wordSet(words: string): ReadonlySet<string> {
  return lazily(() => words.trim().split(/\s+/u));
}
