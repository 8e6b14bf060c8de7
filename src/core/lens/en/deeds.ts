import { lazily } from '../lazily.ts';
import type { WordLists } from '../pattern.ts';
import { inIng, inPast, inTenses } from './tenses.ts';

const words = (text: string): ReadonlySet<string> => lazily(() => text.trim().split(/\s+/u));

/** Not doing what there was to do, in words that nobody uses of a thing. */
const shirk = `
do a runner, tell no one, tell nobody, leave ~it to the last, leave ~it until the last, leave ~it too late,
live on another planet, live in a dream, live in cloud, live in ~his own, see ~it and do nothing,
go quiet on, go silent on, go dark on, call ~it done, call ~it a day, call ~it good, call ~it finished, close ~his eyes, shut ~his eyes, keep ~it to himself, keep ~it to herself, keep ~it to themselves,
turn a blind eye, look the other way, turn his back on, turn ~his back on, sit on ~his hands, sit on it for, sit on this for, sit on that for, sit on them for, stand by and, stand idly by, stand around doing, stand around chatting, stand around while, stand around watching, stand there and,
sit there and, sit there like, stand there like, sit around doing, sit around while, sit around chatting, hang about doing, hang around doing, bugger off, clear off, swan off, slope off,
sod off, piss off, skive, skive off, bunk off, slack off, slope away, sneak off, sneak out, duck out, knock off early, clock off early,
wash ~his hands, pass the buck, drag ~his feet, drag ~his heels, shrug ~it off, brush ~it off, brush ~it aside, brush ~folks off, brush ~folks aside,
laugh ~it off, wave ~it off, wave ~it away, wave ~folks away, wave ~folks off, wave ~it aside, fob ~folks off, palm ~folks off, string ~folks along, stonewall,
give ~us the runaround, give ~us the brush-off, give ~us the cold shoulder, leave ~us in the lurch, leave ~us to it, leave ~us hanging, leave ~us high, leave ~us to pick,
leave ~us to clean, leave ~us to clear, leave ~us to sort, leave ~us to deal, leave ~us holding, leave ~us to face, leave ~it to ~us to, leave ~it for ~us to, leave ~it to somebody, leave ~it to someone,
leave ~it for somebody, leave ~it for someone, leave ~it to the next, leave ~it for the next, leave ~it to others, leave ~it all to, leave ~it to rot, take no notice, take no interest, take no care, take no responsibility, take zero responsibility,
take no ownership, take no action, make no effort, make no attempt, make zero effort, make little effort, make not the, show no interest, show no urgency, show zero interest,
show little interest, show no concern, show no remorse, show no respect, do precious little, do nothing about, do nothing to, do nothing with, do nothing for, do sod all, do bugger all,
do nothing until, do precisely nothing, do absolutely nothing, do damn all, do naff all, do jack, do squat, do zilch, do not lift, do not bat an, let ~it slide, let ~it drift, let ~it ride, let ~it fester, let ~it rot, let things slide, let things drift,
let things fester, duck the, dodge ~his, shirk, abdicate, desert ~us, desert ~his, abandon ~us, abandon ~his, ghost ~us, make himself scarce, make ~himself scarce, go to ground, bottle ~it, bottle out, chicken out, cop out, wimp out,
go awol, go missing when, vanish when, vanish as soon, vanish at the first, disappear when, disappear as soon, disappear at the first, disappear off, skulk off, snooze through, doze through, nap through, sleep through,
swan in, swan around, swan about, float around, loaf about, loaf around, laze about, laze around, lounge about, lounge around, idle about, stay silent, stay quiet, keep schtum, keep mum, keep shtum, clam up, lose interest, look on while, look on and, watch ~it happen, watch and do,
go through the motions, coast along, coast through, phone it in, quiet quit, play dumb, play ignorant, play deaf, plead ignorance, feign ignorance, hide behind, hide in ~his, bury ~his head, stick ~his head in the, put ~his feet up, put ~his head in the, put ~it off, put ~us off with,
drop the subject, forget all about, fall asleep on, nod off, zone out, switch off during, tune out, break ~his promise, break ~his word, go back on ~his, renege, back out, back out of, welch on, fail in ~his, fail those, fail to lift, fail miserably, sit back and, sit idly, stand back and, lean back and`;

/** Doing it too fast, or by halves. */
const rush = `
wave it through, wave everything through, wave them all through, decide on ~his own, act on ~his own,
hit reply all, hit reply-all, press reply all,
want ~it ~his own, want ~it ~his way, click yes to, click ok on, click past, click straight through, rush ~us through, guess the, guess ~it, guess at, guess what,
cut corners on, cut corners with, cut corners and, cut corners again, cut corners to, cut so many corners, cut every corner, skimp on, skimp, scrimp on, rush ~it, rush the job, rush the, rush through, rush over, rush ~his, hurry through, race through, gallop through, breeze through, whizz through, fly through, skip through, jump the gun, take a shortcut, take a short cut, take shortcuts, take short cuts,
take the shortcut, take the easy, take the lazy, take the path of least, do the bare, do the minimum, do as little, do half a job, do half the job, do a half-hearted, do a half-arsed, do a half-assed, do a sloppy, do a slapdash, do a rushed, do a botched, do a botch, do a cowboy, do a shocking, do a bodge, do ~it by halves, do ~it any old, do ~it on the cheap, do ~it half-heartedly,
do half of ~it, do ~his own thing, do things ~his own, do ~it ~his own, do what ~he likes, do what ~he like, do what ~he wants, do what ~he want, do whatever ~he, do as ~he pleases, do as ~he please, do as ~he likes, do as ~he like, make a dog's, make a pig's, make a hash, make a balls, make a hames, make a botch, make a bodge, make heavy weather, wave ~it straight through, nod ~it through, rubber-stamp,
sign ~it blind, sign for ~it blind, sign ~it off blind, sign off blind, sign off on ~it blind, sign ~it unread, tick every box, tick all the boxes, tick the boxes, tick the box anyway, tick the box without, wing ~it, carry on regardless, carry on anyway, carry on as if, carry on like, plough on, plough ahead, press on regardless, press on anyway, press ahead regardless, press ahead anyway,
go ahead anyway, go ahead regardless, go ahead and do, go on regardless, go right ahead and, drive on regardless, barrel on, barge in, barge ahead, barge through, charge ahead, charge in, take ~his eye off, take ~his eyes off, take ~his mind off, get sloppy, get lazy, get careless, get complacent, get cocky, get cold feet, get distracted, get carried away, get ahead of, get lax, get muddled, get confused, get ~it muddled, get ~it backwards,
get ~it wrong, get ~it all, get ~it mixed, get ~his wires, get ~his sums, get ~his facts, get ~his dates, get ~his numbers, get the dates wrong, get the wrong end, get mixed up, get in a muddle, dither, dawdle, dilly-dally, faff, faff about, faff around, mess about, mess around, muck about, muck around, fart about, arse about, mess ~us about, mess ~us around, muck ~us about, muck ~us around, mess everyone around, jerk ~us around,
lose the plot, lose ~his nerve, lose ~his head, lose ~his cool, lose ~his rag, lose ~his temper, lose track, panic, panic and, freak out, throw a tantrum, throw a strop, throw a wobbly, sulk, storm off, storm out, flounce off, flounce out, stomp off, kick off at, go off on one, blow a fuse, fly off the handle, let ~it run dry, fudge, bodge, bungle, cobble ~it, throw ~it together, slap ~it together, knock ~it together, bash ~it out, stumble through, muddle through, half-read, skim, skim-read, skim over, gloss over`;

/** Taking what is not one's own to take, or doing what nobody asked for. */
const meddle = `
stick ~his nose, poke ~his nose, poke around where, poke about where, stick ~his oar, meddle, meddle with, meddle in, interfere, interfere with, interfere in, tamper with, fiddle with, fiddle about with, mess with, muck about with, play about with, play around with, take ~it upon ~himself, take matters into, take the law, help ~himself to the, help ~himself to our, help ~himself to my, go over my head, go over our head, go over our heads, go over ~his head, go behind my back, go behind our backs, go behind ~his back, go behind our back, go rogue, go off-piste, go off piste, go off script, overstep, overstep ~his, exceed ~his, overrule ~us, steamroller, railroad ~us, railroad ~it,
break protocol, break procedure, break every rule, break the rules, break the chain of, break the code, flout, disobey, defy, break confidentiality, breach confidentiality, breach protocol, flaunt the rules, violate, ride roughshod, run a red, jump a red, jump the light, jump the lights, jump the queue, run the red, bend the rules, bend the rule, get away with`;

/** Not being honest. */
const deceive = `
talk ~folks into, trick ~folks, con ~folks, dupe ~folks, hoodwink ~folks, bamboozle ~us, fool ~folks, take ~folks for a ride, take ~folks for fools, take ~folks for idiots, take ~folks for mugs, rip ~folks off, rip off, fleece ~folks, swindle ~folks, diddle ~us, short-change ~us, shortchange ~us, gouge ~us, milk ~us, bleed ~us,
lie about, lie to, lie through, cover ~it up, cover up, cover up the, cover ~his tracks, sweep ~it under, brush ~it under, hide ~it from, hide ~it so, hush ~it up, hush up, make up the numbers, make up the figures, make up the readings, make up the results, make up the dates, make up the times, make up the data, make up a story, make up a reason, make up an excuse, make up some story, make up some excuse, make up ~his own, make ~it up, make the numbers up, make the figures up, make the readings up, make up numbers, make up readings, invent the, invent a, invent ~his, falsify, fake, forge, fudge the, fiddle the, fiddle ~his, cook the books, doctor the, massage the, backdate, pass ~it off as, pass ~himself off, dress ~it up as, blame ~it on, blame ~folks for, blame ~folks, blame the software, blame the system, blame the computer, blame the weather, blame the printer, blame the other, blame ~his tools, pin ~it on, shift the blame, pass the blame, point the finger, throw ~folks under, hang ~folks out,
sell ~folks down, sell ~folks out, sell ~folks the moon, sell ~folks a pup, stab ~folks in the, stitch ~us up, drop ~us in it, land ~us in it, land ~us in, dump ~us in it, lead ~folks up the, lead ~folks on, lead ~folks a merry, take the credit, steal the credit, claim the credit, take all the credit, make a fool of, make fools of, make a mockery, make ~folks look, pretend to be ill, pretend to be sick, pretend to be busy, pretend to be asleep, pretend ~it was, pretend not, pretend that, pretend nothing, pretend everything, play innocent, play the victim, play the martyr, play the innocent, play games with, feign, embellish, deny everything, bluff ~his, worm ~his way out, weasel out, wriggle out, squirm out, feed ~folks lies, feed ~folks rubbish, feed ~folks a, feed ~folks duff, give ~us duff, give ~us rubbish, give ~us false, give ~us the wrong, give ~us incorrect, give ~us bad, give ~us conflicting, mislead, misrepresent, hoard, squander, fritter, pocket the, pocket ~it, skim off`;

/** How nobody ought to be dealt with. */
const scorn = `
pick a fight, pick fights, treat ~it like toys, treat ~it like rubbish, treat ~it like dirt, shout ~us down, promise the moon, promise the earth, promise the world,
treat ~it as a box-ticking, treat ~it as a box, treat ~it as a tick, treat ~it as an afterthought, treat ~it as a suggestion, treat ~it as an optional, treat ~it as someone else, treat ~it as beneath, treat ~it like it, run around like, run about like, behave like, act like, carry on like,
hang up on, slam the phone, slam the door, storm out of, walk out on,
treat ~folks like, treat ~it like a, treat ~it as a joke, treat ~folks as if, treat ~folks as though, treat ~folks with contempt, treat ~it as optional, treat ~it as beneath, treat ~folks appallingly, treat ~folks badly, look down ~his nose, look down on, look down ~his noses, talk down to, talk over, talk to ~folks like, talk to ~folks as, speak to ~folks like, speak to ~folks as, shout at, yell at, scream at, swear at, snap at, bark at, bawl at, bawl ~us out, snarl at, sneer, sneer at, jeer, mock, belittle, humiliate, demean, patronise, patronize, bully ~folks, bully ~him, bully, harass, intimidate, threaten ~folks, threaten to sack, threaten to fire, browbeat, lay into, tear into, rip into, jump down ~his, bite ~his head, bite my head, take the piss, take the mickey, take the mick, extract the urine, take advantage of ~us, take advantage of ~folks, take liberties, walk all over, trample, drive ~folks mad, drive ~folks crazy, drive ~folks up the, drive ~folks round the, make ~folks feel like, make our lives, make my life, make life hell, make ~his life, cold-shoulder, manhandle, man-handle, roll ~his eyes, tut at, play favourites, play off, gang up on, gossip about, badmouth, bad-mouth, slag off, slag ~us off, bitch about, bitch, whinge, moan, throw ~his weight, pull rank`;

/** Getting rid of it onto others, or just anywhere. */
const dump = `
dump ~it on, dump ~it in, dump ~it at, dump ~it all, dump ~it outside, dump ~it right, dump ~it and, dump ~it there, dump ~his, chuck ~it in, chuck ~it anywhere, chuck ~it wherever, chuck stuff, chuck things, sling ~it in, sling ~it anywhere, lob ~it over, lob ~it in, lob ~it at, shove ~it in, shove ~it under, shove ~it at, shove ~it to, shove ~it anywhere, shove ~it back, plonk ~it, bung ~it in, bung ~it on, stuff ~it in, foist ~it on, foist ~it onto, offload ~it on, offload ~it onto, palm ~it off, lump ~us with, saddle ~us with, land ~us with, lumber ~us with, stick ~us with, load ~it all on, pile ~it all on, throw ~it over the, throw ~it back at, toss ~it over, kick ~it into the long, kick the can, kick ~it down the, fling ~it, leave ~his mess, leave ~his rubbish, leave ~his crap, leave ~his dirty, leave ~his junk, park ~it there, leave ~it there and, leave ~it lying, leave ~it in a state, leave ~it in a mess, leave ~it to fend, leave ~him to fend`;

/** Harm, in words that are said of people only: the past alone, since an order or a plan may say the rest. */
const harming = `
throw out our, throw out my, throw out all, throw out a week, throw out a month, throw out half, throw out the only, throw out the wrong, throw away our, throw away my, throw away all, throw away half, throw away the only, bin our, bin my, bin the only,
wreck our, wreck my, ruin our, ruin my, ruin ~it, ruin everything, wreck everything, spoil everything, spoil ~it for, spoil the whole, cause all this, cause this, cause ~it all, cause the whole, cause mayhem, cause havoc, cause chaos, wreak havoc, start all this, start the fire, start the whole, drop the tray, drop the patient, drop the lot, drop the box, drop the pallet, drop the phone, drop the laptop, smash up, mash up, prang, write off the, total the, clip the kerb, clip the gate, scrape the, gouge, shunt, mangle, foul up, foul ~it up, gum up, louse ~it up, make a mess, make a right, make a bad call, make the wrong call, make a poor, make a bad, make a terrible, make a dreadful, make things worse, make matters worse, make ~it worse, make ~it all worse, mistake, misunderstand, mishear, miscommunicate, misremember, misplace, mislay, misfile, misspeak, misdiagnose, mis-key, mis-sell, missell, mis-scan, misprice, mis-price, misbook, mis-book, missort, mis-sort, overpromise, over-promise, overcommit, overspend, underestimate, under-order, underorder, underquote, undercut ~us, overquote, over-book, overbook ~us, double-charge, swap the two, mix the two, mix ~it up, mix up the, mix the, confuse the, get ~us fined, get ~us sued, get ~us into trouble, get ~us banned, get ~us thrown, cost ~us the, cost ~us a, cost ~us our, cost ~us two, cost ~us three, cost ~us thousands, cost ~us hundreds, trample on, trample over, use ~his own judgement, use poor judgement, use poor judgment, show poor judgement, show poor judgment, exercise poor, exercise no, put the wrong, put in the wrong, pick the wrong, pick up the wrong, take the wrong, send the wrong, send ~us the wrong, send out the wrong, give the wrong, give out the wrong, give ~him the wrong, hand over the wrong, hand ~him the wrong, press the wrong, hit the wrong, pull the wrong, push the wrong, click the wrong, choose the wrong, select the wrong, load the wrong, order the wrong, book the wrong, use the wrong, type the wrong, enter the wrong, key in the wrong, write the wrong, write down the wrong, print the wrong, ship the wrong, deliver the wrong, attach the wrong, upload the wrong, quote the wrong, fit the wrong, wear the wrong, ring the wrong, call the wrong, email the wrong, copy in the wrong, cut the wrong, cut off the wrong, turn the wrong, turn off the wrong, switch off the wrong, drain the wrong, close the wrong, open the wrong, delete the wrong, restart the wrong, plug in the wrong, sign the wrong, wheel the wrong, drive to the wrong, go to the wrong, put ~it in the wrong, put ~it on the wrong, put ~it the wrong, put ~it back in the wrong, send ~it to the wrong, deliver ~it to the wrong, charge the wrong, bill the wrong, pay the wrong, invoice the wrong, dose the wrong, mix in the wrong, add the wrong, swap in the wrong`;

const his = words('his her their its our my your');
const articles = 'the a an his her their our my this that these those all both every another two three';

export const deeds: WordLists = {
  he: words('he she they'),
  his,
  him: words(`him her them us me patients residents customers guests pupils children ${articles}`),
  himself: words('himself herself themselves itself yourself'),
  folks: words(
    `us me everyone everybody him her them people you customers patients residents staff guests pupils ${articles}`,
  ),
  us: words('us me everyone everybody him her them'),
  it: words(`it this that them these those things everything stuff boxes ${articles}`),
  article: words(articles),
  shirk: inTenses(shirk),
  shirking: inIng(shirk),
  rush: inTenses(rush),
  rushing: inIng(rush),
  meddle: inTenses(meddle),
  meddling: inIng(meddle),
  deceive: inTenses(deceive),
  deceiving: inIng(deceive),
  scorn: inTenses(scorn),
  scorning: inIng(scorn),
  dump: inTenses(dump),
  dumping: inIng(dump),
  harming: inPast(harming),
  misdeed: lazily(() => [shirk, rush, meddle, deceive, scorn, dump].flatMap((it) => [...inPast(it)])),
};
