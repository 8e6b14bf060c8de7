/**
 * Given names met at work, from many places, so that `raj` is a person without a capital too. One kind of evidence among
 * others: a mention, a title, a pronoun nearby or a verb that only people do serve for names that are not here.
 */
export const givenNames = wordSet(`
aaliyah aaron abbas abdi abdul abdullah abena abigail abu adam adaeze addison adebayo adele aditi aditya adrian adriana agata
agnes agnieszka ahmad ahmed aidan aiden aiko aisha aishwarya aisling ajay akash akihiro akiko akira akua alain alan alana alastair
alba albert alberto alec alejandra alejandro aleksandr aleksandra alena alessandra alessandro alex alexander alexandra alexei
alexis alfonso alfred alfredo ali alia alice alicia alina alisha alison alistair allan allison alma alonso alvaro alyssa amal
amanda amara amber ambrose amelia ami amie amina aminata amir amira amit amita amrita amy ana anand ananya anastasia andre andrea
andreas andreea andrei andrej andres andrew andrzej andy anete angel angela angelica angelina angus anh anika anil anita anja
anjali ankit ann anna annabel anne annette annie annika anouk ansel anselm anthony antje anton antoine antonia antonio anya aoife
araceli archie ari aria ariana arjun arlo armando arnold arthur arturo arun arvind aryan asha ashish ashley ashok ashraf asif asma
astrid aswin athena audrey aurora ava avery awa axel aya ayaan ayesha ayo ayumi ayse azadeh aziz babak babatunde bailey baraka
barbara barry bart bartosz beatrice beatriz becca becky belinda bella ben benedict benjamin bernadette bernard bernd bert bertha
beth bethany betty beverly bhavna bianca bilal billy birgit bjorn blake blanca bob bobby bogdan bola boris brad bradley brandon
brenda brendan brent brett brian brianna bridget brigitte brooke bruce bruno bryan bryce bryony caitlin caleb callum calum camila
camille camilla candice cara carl carla carlo carlos carmel carmen carol carole caroline carolyn carrie carsten carter casey
cassandra cassie catalina caterina catherine cathy cecilia cecile cedric celeste celia celine cesar chad chandra chantal charlene
charles charlie chen cheng cheryl chiara chiamaka chidi chidinma chika chinedu chioma chloe chris christa christian christiane
christina christine christoph christophe christopher chukwuemeka chun ciara cillian cindy claire clara clarice clarissa claudia
claudine clement clive clodagh colette colin colleen conall connor conor constance corey corinne cormac courtney craig cristian
cristina cristobal curtis cynthia cyril dafydd dagmar daisuke dalia damian damien dan dana daniel daniela daniele danielle danny
dao daphne darius darko darla darragh darrell darren daryl dave david davide davina dawit dawid dean deanna debbie deborah declan
deepa deepak deepika deirdre delia delphine demetrius denis denise dennis derek dermot desmond devi devon dewi dhruv diana diane
dick diego dieter dilip dimitri dina dinesh dipa divya dmitri dmitry dolores dominic dominik dominique don donal donald donna
doreen doris dorota dorothy doug dougal douglas duncan dustin dwayne dylan eamon ebony ed eddie edgar edith edmund eduardo edward
edwin efua eileen ekaterina elaine eleanor elena eleni elias elijah elin elina eliot elisa elisabeth elise eliza elizabeth ella
ellen ellie elliot elliott eloise elsa elsie emeka emil emilia emilie emilio emily emma emmanuel emre enrico enrique enzo eoin
eric erica erik erika erin ernest ernesto esme esmeralda esperanza esra estelle esther ethan eugene eva evan eve evelyn ewa ewan
ezra fabian fabio fabrice faisal fareed farah farhan fatima fatou fatoumata federico felicia felicity felipe felix femi ferdinand
fergus fernanda fernando filip finlay finn fiona flavia folake folasade fran frances francesca francesco francis francisco
francois franz fraser fred freda freddie frederick freya frieda fritz funmi gabor gabriel gabriela gabriele gabrielle gail gareth
garry gary gavin gaurav gemma genevieve geoff geoffrey george georgina gerald geraldine gerard gerhard germaine gerry gianluca
gideon gilbert giles gillian gina giorgio giovanni giulia giuseppe gladys glen glenda glenn gloria godfrey gonzalo gopal gordon
graeme graham grainne greg gregor gregory greta gretchen grzegorz guillaume guillermo gulsen gunther gurpreet gus gustavo guy gwen
gwendolyn gwyneth habib hafsa hakim hamish hamza hana hanan hanna hannah hans hardeep hari harish harold harpreet harriet harry
haruka haruto hasan hassan hayley hazel heather hector heidi heinz helen helena helene helga henri henrietta henrik henry herbert
hermann hilary hilda hiroshi hiroko hiroto holger holly homer horst howard hubert hugh hugo huda hung hussein hyun iain ian
ibrahim ida idris ife ifeoma ignacio igor ike ikram ilaria ilias ilona ilse imani imogen imran ines ingrid inigo ioana ioannis ira
irena irene irina iris irma isaac isabel isabella isabelle isaiah isha ishaan ishita isla ismail ivan ivana ivo iwona izabela
jaana jacek jackie jackson jacob jacqueline jacques jade jaime jakob jakub jamal james jamie jan jana jane janet janice janina
janine jared jarek jaroslav jasmine jason jasper javier jay jaya jayden jayesh jean jeanette jeanne jeff jeffrey jelena jemima jen
jenna jennie jennifer jenny jens jeremiah jeremy jerome jerry jess jessica jessie jesus jiho jill jillian jim jimena jimmy jin
jing jiri jo joachim joan joana joanna joanne joao joaquin jodie joe joel joelle johan johanna johannes john johnny jolanta jon
jonah jonas jonathan jorg jorge jose josef josefina joseph josephine josh joshua josie josiah joyce juan juana juanita judith judy
juergen jules juliana julian julianne julie juliet julien julio julius jun jurgen justin justine justyna jyoti kabir kai kaja
kaitlin kamal kamala kamau kamil kamila karan kareem karen karim karin karina karl karla karolina karsten kasia kassandra katarina
katarzyna kate katerina kath katharina katherine kathleen kathryn kathy katia katie katja katrin katrina katya kavita kavya kay
kayla kayode kazuki keiko keira keisha keith kelechi kelly kelvin ken kendra kenji kenneth kenny kenta kenya kerry kerstin kevin
keziah khadija khaled khalid khanh kieran kiera kiki kim kimberly kiran kirsten kirsty kiyoshi klara klaudia klaus kofi kojo komal
konrad konstantin kriszta krisztina kristen kristian kristin kristina kristof krystyna krzysztof kumar kunal kurt kwabena kwame
kwesi kyle kylie kyra lachlan laila lakshmi lana lara larissa larry lars lashonda latisha latoya laszlo laura lauren laurence
laurent lauri lavanya lawrence layla lea leah leanne leandro lee leila lena leo leon leonard leonardo leonie leroy les leslie
leticia lewis liam liana lidia liesel lila lilian liliana lilly lily lin lina linda lindsay lindsey ling linh linnea linus lionel
lisa lise liv livia liz lizzie lloyd lola lorenz lorena lorenzo loretta lori lorna lorraine lottie lou louis louise luan luc luca
lucas lucia luciana lucie lucille lucinda lucy ludmila ludwig luigi luis luisa lukas lukasz luke lulu luther luz lydia lyn lynda
lynn lynne mabel maciej maddie madeleine madison madhu mads mae maeve magda magdalena maggie magnus mahesh mahmoud mai maia maisie
maja malcolm malgorzata malik malin mandeep mandy manfred manish manoj mansoor manuel manuela mara marc marcel marcela marcelo
marcia marcin marco marcos marcus marek margaret margarita margot maria mariam mariama marian mariana marianne marie marija marika
marilyn marina mario marion marisa marisol marit marius marjorie marko markus marlene marlon marsha marta martha martin martina
martyn marty marvin mary maryam mason massimo mateo mateus mateusz mathilde mathew matias matilda matt matteo matthew matthias
maureen maurice mauricio max maxim maxine maya meera megan mehdi mehmet mei melanie melinda melissa melvin mercedes meredith merve
mervyn mia michael michaela michal michel michele michelle mick mieke miguel mihai mika mike mikhail mikkel mila milan milena
miles milica milo milos mina minh mira miranda miriam mirko miroslav misha mitchell moe mohamed mohammad mohammed mohan mohsin
moira molly mona monica monika monique monty moses mourad moustafa muhammad muriel mustafa myra myriam nabil nadia nadine nadja
nagendra naima naomi narges naresh nasir nasreen natalia natalie natasha nathalie nathan nathaniel naveed naveen neha neil nell
nelly nelson neville ngoc ngozi niall niamh nicholas nichola nick nicola nicolas nicole nicoletta nidhi nigel nikhil niki nikita
niklas nikola nikolai nikolaus nils nina nisha nitin noah noel noelia noemi nora noreen norma norman noor noura nuala nuno nur
nyasha obi octavia odette ofelia okan oksana ola olaf ole oleg olena olga oliver olivia olivier olu oluwaseun omar omari ondrej
oren orla orlando orsolya osama oskar osman otis otto ousmane owen oyelaran pablo paddy padma padraig pallavi paloma pamela pankaj
paola paolo parisa parker pascal patience patricia patrick patrizia patryk patty paul paula paulina pauline paulo pavel pawel
payal pedro peggy penelope penny per percy pernille perry petar pete peter petra phil philip philippa philippe phillip phoebe
phuong phyllis pia pierre pieter pilar piotr polly pooja prabhu pradeep prakash pranav prasad prashant pratik preethi preeti
priscilla priya priyanka przemek quentin quincy quinn quynh rachel rachid radek radha radhika radu rafael rafaela raffaele rafal
ragnar rahel rahima rahul raj raja rajan rajesh rajiv raju rakesh ralf ralph ram rama ramesh ramon ramona rana randall randy rania
ranjit raphael rashid rashida rasmus raul ravi raymond rebecca reece reena reggie regina reinhard reiner rekha rena renata renate
rene renee renuka reza rhiannon rhonda rhys ricardo riccardo richard rick ricky rina rita ritu roberta robert roberto rocio rod
rodney rodrigo rodolfo rogelio roger rohan rohit roisin roland rolf roman romina ron ronald ronan ronnie rory rosa rosalie
rosalind rosamund rosanna roshan rosie ross rowan rowena roxanne roy ruben rudolf rudy rupert russ russell ruth ryan ryo ryota
sabina sabine sabrina sacha sade sadia saeed sahil said saima sakura salim sally salma salvador salvatore sam samantha sameer
samia samir samira sammy samson samuel sana sanaa sandeep sandra sandy sangeeta sanjay sanjeev santiago sara sarah sasha saskia
saul scott sean seamus sebastian selina selma sena seo serena serge sergei sergio seth seun severine seyi shabnam shah shaila
shakira shalini shane shanice shaniqua shannon sharon shaun shauna shawn shay sheila shelby shelley shelly sherry shira shirin
shirley shiv shreya shruti shu siddharth sidney sidra sienna sigrid silas silke silvia simon simona simone sinead siobhan siti
slawomir sneha sofia sofie sohail soledad solange solomon sondra sonia sonja sonya sophia sophie soraya soren sota spencer
srinivas stacey stacy stan stanislav stanislaw stefan stefania stefanie steffen stella steph stephan stephane stephanie stephen
steve steven stewart stig stuart sudha suki sunil sunita suresh susan susana susanna susanne sushil susie suzanne suzy sven
svetlana swati sylvia sylvie sylwia syed tabitha tadeusz taiwo takashi takeshi talia talita tamar tamara tamas tamika tania
tanisha tanja tanvi tanya tara tarek tariq taras tasha tatiana tatyana tayo teddy temitope teresa teri terrance terrence terry
tess tessa thabo thandi thandiwe thanh theo theodora theodore theresa therese thi thiago thierry thomas thomasina thorsten tia
tiago tiffany tilda tilly tim timothy tina tobi tobias toby todd tola tom tomas tomasz tommaso tommy toni tony tonya torsten
tracey tracy travis trevor tricia trina trinh trish tristan trudy tuan tunde ty tyler tyrone ulrich ulrike uma umar umesh ursula
usha usman valentin valentina valeria valerie vanessa vanja vasile vasily veena venkat vera vernon veronica veronika vicki vicky
victor vidya vijay vikas vikram viktor viktoria vince vincent vincenzo vinod violeta virat vishal vivek vivian vivienne vlad
vladimir volker wade wahid wai waleed walter wanda wangari wanjiku warren wayne wei wendy werner wes wesley wiktor wilfred wilhelm
william willem wilma winifred winston wojciech wolfgang xander xavier xiao xin ximena yan yana yannick yara yasmin yasmina yasser
yasuo yetunde yoko yolanda yosef youssef yuki yukio yuko yuri yusuf yvette yvonne zach zachary zahra zainab zakir zane zara zdenek
zeinab zeynep zhang zhen zigmund zita ziva zoe zofia zoltan zora zsofia zuzana abiola abiodun abimbola achieng adaora adeola
adetokunbo adhiambo afia ahmet aigerim ailbhe aino ainhoa aisulu aizhan ajit akosua alastor albina aleks alev alexandru aleksander
alfie algernon alibek aliyah aliya alisa almaz alojz altan amadou amaka amare amaya ambika amel amandine ameera amelie amrit
anahit anatoly ander andile anders ane angelo anneke anneli anneliese annelise annemarie anselma anthea antonella anuj anu anupama
anusha aparna apinya apolline arash aravind arda ardita areej ares arben ariadna arif arijit arlene armin arno arnav aroha arpad
artem artur aryeh asel ashanti ashwin asli aslan assane astou ata ataa atsuko atticus atul aurelie aurelien auntie avinash aviva
awad aygul ayla aylin aylen ayodele ayodeji azra azubuike baptiste barbro bashir basil bastien beata beate bektur benat benedetta
benedikt bente berat berenice berk berta bettina bhaskar bhavesh bilge bintou birta bisi blandine blaz blessie bogdana bogumil
bojan bongani borislav boyd bozena branko breda brendon bronagh bronwen bronwyn brunhilde buhle bukola burak busisiwe cai camilo
caner caoimhe carola carolina caspar casper cassius catarina cathal cathleen cem cezary chaima chandni chang charlize charu chau
chenoa chibuzo chidera chiemeka chieko chinonso chinwe christos chukwudi chun-li cian ciaran cleo clemens clementine cliona coen
conchita consuelo cordelia corentin cornelia cornelius cosima costa costas cyrus czeslaw dagny daichi daiki daiva dalibor damir
damjan danica danilo danika danuta daria darija dario darya dastan davi davor dayo debra deena deepti dejan delfina delilah delroy
demba demelza demi denisa denzel derya desiree despina devika dhara dilan dilara dilek dimitra dimitris dinah dipak dirk diya
django dobromir dogan domenico domingo dominika donatella donnacha donovan dorin dorina dorothea dragan dragana drazen duarte
dulce duygu dusan dylis eamonn ebru ece eckhard edda edina edita eduard edvard efosa efrain egle egon ehab eilidh eimear einar
eithne ekene ekow eleonora elfriede elham elhadj elif eline elisabetta elizaveta elke elodie elspeth elvira emanuel emanuela emer
emin emir emmet ender endre engin enid ennio enobong eoghan erdem eren erhan ermin ernestine erol ersin ervin eryn eskil estefania
esteban esteve etienne eugenia eugenie eunice eustace evangelos evgenia evgeny ewelina eyal eyup fabiana fabiola fabrizio fadi
fahad faiza fanny fannar farid farida farooq farouk farrah farzana fatemeh fatih fatma fawzia faye fazil federica fedor feliks
fenna ferenc ferhat fernand ferran festus fikret filippa filippo firat fiorella flora florian floriana floyd folarin fouad franka
franziska frederic frederik frederique fredrik fumiko funda furkan gaelle gaetan galina gamal ganesh garance gaspard gaston gauri
gauthier geert genc geoffroy georges georgi georgios gerda gerd gergely gerrie gertrud gerrard ghassan ghislaine gilda gintaras
gita gitte giacomo giada gianni ginevra ginny giselle gisela gislinde goran gosia gottfried goksel gokhan gracjan greet griet
griselda gudrun guido gul gulnara gunnar gurdeep gustaf gustav gwendal gyorgy habiba hadi hadiza hae-won haifa haile hajar hajra
hakan halima halina hallie halvard hamid hanako hanne hannes hannu harald haris harmony haroon hasina hashim haydar hedda hedvig
hedy heike heikki heiko helge hella helle helmi helmut hendrik henning henny henrique heriberto hermione herve hicham hideo hiba
hilde hildegard hira hisham hjordis hoang hortense hoda horia hossein hristo huan hulya husain huseyin hye-jin hyun-woo ibtissam
idil iekeliene ieva ifan ignatius iker ilda ildiko ilhan ilka ilker ilya imke imelda immanuel inaya indira indrani ingeborg inge
ingo inger inna inoke ioan iolanda iqbal irfan irem isabeau isabela isadora iseult ishaq ishmael isolde isabelita ismet istvan
itziar ivanka ivar iva iveta ivica iyabo izzy jaakko jabari jacinta jadwiga jago jakov jamila jamshid janek janelle janis janko
janna jannik janos jarmila jarvis jaswinder javed jean-luc jean-pierre jelle jenessa jeroen jerzy jessamy jethro jetta jie jitka
jitendra jiwoo joaquim jocasta jocelyn joca johanne jolene jonna joost jordi jorn josephus jovan jovana joyti judit jukka juliane
julieta junaid junko jurek juris justas justina jutta juma kaan kabelo kadir kaisa kalle kalpana kalyan kamran kanako kaori karima
karolin karoline karthik kasper kateryna kathrin katinka katrien katy kaveh kazimierz kazuo kasumi keagan keanu keerthi kemal
kenan kenjiro kerem kerri kerttu ketaki keyla khalil khanyi khoa khurram kiaan kian kieron kimberley kimiko kinga kinsey kirsi
kishore kiyomi kjell kjersti klemens klaas koen koji konstanze koray kornelia kourosh kris krishna kristiina kristjan krishnan
krystian ksenia kuba kubra kunle kuno kyoko kyung ladislav laetitia lajos lalita lamine lamar lasse lata laurel laurynas lazar
leandra leda leela leif leilani lennart lenka lenny leocadia leonid leonor leopold leopoldo leszek leticija letitia levi levente
lex leyla leyton libby liesbeth ligia lilja lilith liina lioba liora lisandro lisbeth liselotte ljiljana ljubica llewellyn lluis
lolita loic loes lorcan lorella lorene lotta louisa loubna lovisa luana lubna lucian luciano lucienne lucila lucjan ludovic
ludovica lukman lutfi luuk lyle lyudmila maarten maddalena madhav madhuri madina magali magnhild mahdi mahalia mahmut mahnoor
mairead maite majid makena makoto maksim malachy malai malaika malgosia malte mamadou mamta manal mandla manisha manjit manju
manon mansi mansur marat marcelina marcelino marcella marcelle marcellus mareike marfa margareta margaux marge margherita margit
margrethe marguerite mariangela maribel marieke mariella marielle mariette marije marilena marino mariska marisela maristella
marita marjan marjolein marla marlies marloes marquita maruf marushka masako masha mathias mathieu mathis matilde matteus matthijs
maud maura mauro mauritz maximilian maxime maximus mayank mayumi mazen medhi medina megumi mehreen mehul mei-ling melania melike
melisa mehtap meral mercy merel merete meret meriem merlin meryem meryl mete metin mette mieczyslaw mieszko mihaela mihail mihajlo
mikael mikolaj milda mildred milla milly milorad minako minato mindaugas minna mirabel mirela miren mireille mirja mirjam
miroslava miruna mitra mithun mitko mladen modou mohsen moises momoko monir morag moritz morten mounir moyra mthunzi muhammed
mukesh mukhtar muna munir murad murat murdo musa musab muthoni mwangi myfanwy myint mykola mylene myron myrtle nadezhda nadir
naftali nahid nahuel naila nako nana nandini nando narcisa nasim nastasia nasser natacha nataliya natascha nathalia natsuki nawal
nayeli nazanin nazli neda nedim neeraj neema nele nelda nerea nerys nessa nestor nevena nevin ngaire nguyen nia nicanor nickolas
nicolai nico nicolette nicoleta nicu nieves nika niko nikolay nikolina nila nilay nilesh nilufer nimisha nino nirmala nishant nita
nives njoki nkechi nkem nnamdi noa noemie nobuko nokuthula nolwenn nomsa nonhlanhla norbert norberto nosipho nthabiseng nuria
nurul nyah nyambura nykia nyoman obinna oddvar odile ofer ogechi oisin okechukwu olavi olayinka olea olegario oleksandr oleksiy
oliwia olya omolara onur ophelia oprah orhan oriol ornella osagie oskari osvaldo otakar otilia otmar ottilie otylia oumar owain
oyvind oyinkan ozan ozgur ozlem pablito padme paige paivi pal palesa panagiotis paresh pari parminder parthiv parvati parveen
pascale pasquale patrik patrizio paulette pauli paulien pauliina pavla pawan pearse peder pekka pelin pella perla pernilla perrine
persephone petko petri petronella petros petru philipp philippos philomena pieta pietro pinar pippa pirkko piyush plamen poonam
porscha preben prem prerna prita priti priyam przemyslaw puja puneet purnima qasim quang quique quirin rabia rachael rachelle
radomir radoslav radoslaw rafaella rafe rafiq raghav ragna ragnhild rahma raimo raimund raina rainer raisa rajat rajeev rajendra
rajni rajinder rakel ramiro ranbir randi ranjan raquel rasa rashad rashmi rasim raissa raveena rayan raymundo razia reagan rebeka
recep refilwe regan regis reiko reinhold reinis reka remi remo remus renaud renato renske renzo reshma reuben reyhan reyna rhea
rhian rhoda rhona ria riaan ricarda richa richelle riku rikke rima rin rinat riona ritva rivka riya rizwan robbie rocco rochelle
rogier roeland rogerio rokas rolande rolanda romain romana romano romeo romy ronit ronja ronny roos roopa rosalba rosalia
rosalinda rosana rosaria rosario roscoe roseanne roselyn rosella rosemarie rosemary rosina rositsa roswitha roza rozalia rubina
rufus rui rukhsana rukmini rune runar rupal rupali rupinder ruslan rutger ruta ruthie ruxandra ryoko ryszard saad saanvi sabah
sabeen sabri sachiko sadiq saffron safia sahar sai sakari sakshi salah salla salwa sampath samuli sanam sandhya sandip sandor
sandro sanela sangita sania sanja sankar sanna sanne santi santos saoirse sapna sarai saral sarita sarojini saroja sascha satoshi
satu saverio savita sayaka sayed sebastiaan sebnem seema sefa segun seher seiji sekou selena selim selin semra sema senka seo-yeon
serap seren sergey serhat serhiy sergiu sesilia sevda sevgi severin seyed seyma shabana shadi shafiq shagufta shahid shahnaz
shaista shaka shamima shamsa shanta shanti sharmila sharif sharada shashank shaukat shayla sheetal shehnaz shekhar shen sherif
shereen sheryl shilpa shin shinji shing shiori shivani shizuka shoaib shobha shona shota shrikant shubham shyam sian siavash sibel
sibongile sibusiso siegfried sif sigurd sigrun sihem sila silvan silvana silvester silviu simeon simin simran sinazo sindre sipho
sirpa sissel sitara siv siya sizwe slavica slavko snezana snorre soazig sofian sofija sofya sofus sohrab soile solene solveig
somchai songul soobin soraia sorin sotiris soumaya souad spiros stale stanimir stanislas stefano stellan stelios stijn stina stipe
stoyan subhash sudhir suhail sukhdeep suleiman suleyman suman sumaya sumit sunniva sunny suraj surinder susannah susumu suvi
suzana suzette svein svenja svetoslav svitlana swapnil sybil sylvain sylvana sylvester sylwester symon szilvia szymon taavi tabea
tadashi tadej taha tahira tahir tahmina taina takao takumi talal talha tamsin tancredi tane tanner tapio tapiwa tareq tarik tarja
tarun tasneem tasos tatjana tatsuya tauseef tauno tawanda taye tea teddie teemu tegan teodor teodora teresia tereza tero terhi
tessie teun thabiso thais thalia thandeka thanos themba theodoros theofilos thaddeus thelma thembi thilo thomasz thora thorbjorn
thuy thulani thyra tibor tien tiina tihana tilde tilman timea timo timur tine ting tinotenda tirza tiziana tjark tobiah todor
tomer tomi tomislav tomoko tone tonje toomas tordis tore torill torunn toshiro tove trang treasa trine tristram truls trygve
tsvetan tuba tugba tuncay tuomas turid tuukka tycho tyra tzipi ubaldo uche uchenna ugur ulla ulf ulises ulrika umberto umit umida
unai unathi urban urs ursel uros urszula uwe uzma vaclav vadim vaishali valdis valeri valery valter vanda vanya varsha varun vasco
vasilis vasiliki vasudha veerle velma vendela venla venetia verena verica verity verna veronique vesna vibeke vicente victorine
vidar viggo vigdis viktorija vilde vilhelm vilja vilma vimal vineet vineeta violette virgil virginie virpi visnja vita vitaly vito
vittoria vittorio viviana vladislav vlasta vojtech volodymyr vuk vukile vusi vytautas wael wagner walburga wald waltraud wanjiru
wasim wassila wawrzyniec wieslaw wiebke wies wilbert wilda wilfried wilhelmina willa wim winfried winnie winona wioletta wiola
wladyslaw wolf wouter xanthe xaver xenia ximo xiomara xolani yael yafa yahya yakov yamini yamina yanick yanis yankho yaroslav
yasemin yash yashika yaw yayoi yelena yeliz yesenia yevgeny yigit yildiz yiannis yitzhak yohan yohanna yolande yonas yong yoon
yosra yoshi youna yousuf youri ysabel yu-jin yulia yumi yuna yunus yuriko yusra yuto yvan yves zafar zahid zahir zaid zaira
zakaria zakiya zandile zanele zaneta zarina zaynab zbigniew zeenat zelda zelma zena zeljka zeljko zenon zdenka zhanna zia ziad
zineb zinaida zinedine zlatan zlatko zodwa zoey zohra zorica zsolt zubair zukisa zuleika zuri zuzanna zvonimir zygmunt ming
wei-lin bo-yeon seung-hee min-jun ha-eun ye-jin jae jae-won dong-hyun sung-min xiaoming lihua jianguo weiming guo hong hui lan lei
lihong mingming ping qiang qing rong shan tao wen xia xiaoli xiu yi ying yue yun zheng zhi
`);

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
  return new Set(words.trim().split(/\s+/u));
}
