import { lazily } from '../lazily.ts';
import { namesToL } from './given-names-a-l.ts';

const words = (text: string): ReadonlySet<string> => lazily(() => text.trim().split(/\s+/u));

const namesFromM = words(`
maarit maarten mabel macarena maciej maciek madalena madara maddalena maddie madeleine madhav madhu madhuri madina madison
madlen mads mae maeve magali magda magdalena magdalene maggie magnhild magnus maha mahalia mahdi mahesh maheswari mahmoud
mahmut mahnoor mai maia maialen maike maire mairead maisie maite maja majid makena makoto maksim malachy malai malaika malcolm
malgorzata malgosia malik malin malina malte mamadou mamta manal manami mandeep mandisa mandla mandy manfred manfredi manish
manisha manjit manju manoj manon manou mansi mansoor mansur manuel manuela manuele mara marat marc marcel marcela marcelina
marceline marcelino marcella marcelle marcello marcellus marcelo marcia marcin marcjanna marco marcos marcus mareike marek
marfa margaret margareta margarita margaux marge margherita margit margot margrethe marguerite maria mariam mariama marian
mariana mariangela marianne mariano maribel maricela marie marieke mariella marielle marietta mariette marija marije marika
marilena marilyn marina marino mario marion marios marisa marisela mariska marisol maristela maristella marit marita maritza
marius marjan marjolein marjorie marjut marko markus marla marleen marlen marlena marlene marlies marloes marlon marquita
marsha marta marten martha marthe martijn martin martina martino marton marty martyn maruf marushka marvin mary maryam masako
masha mason massimo mateja mateo mateus mateusz mathew mathias mathieu mathilde mathis matias matilda matilde matt matteo
matteus matthew matthias matthieu matthijs matti mattias maud maura maureen maurice mauricio maurits mauritz maurizio mauro
max maxim maxime maximilian maximiliano maximus maxine maya mayank mayumi mazen mechthild medard medhi medina meera megan
megumi mehdi mehmet mehreen mehtap mehul mei mei-ling meike meinhard melania melanie melike melina melinda melisa melisande
melissa melvin meral mercedes mercy meredith merel meret merete meriem merike merja merlin merve mervyn meryem meryl mete
metin mette mia micaela michael michaela michal michalina michel michele micheline michelle mick midori mieczyslaw mieke
mieszko miguel miguela mihaela mihai mihail mihajlo mika mikael mikaela mike mikel mikhail mikkel mikko miklos mikolaj mila
milada milan milana milda mildred milena miles milica milla milly milo milorad milos miloslav min-jun mina minako minato
mindaugas ming mingming minh minna mira mirabel miranda mircea mireia mireille mirela mirella miren miriam mirja mirjam mirko
miroslav miroslava miruna mirza misaki misha mitchell mithun mitja mitko mitra mitsuko mladen modesto modou moe mohamed
mohammad mohammed mohan mohsen mohsin moira moises mojca molly momoko mona monica monika monique monir monty morag moritz
morten moses mounir mourad moustafa moyra mthunzi muhammad muhammed mukesh mukhtar muna munir munira murad murat murdo muriel
musa musab mustafa muthoni mwangi myfanwy myint mykola mylene myra myriam myrna myron myrtle nabil nadezhda nadia nadine nadir
nadira nadja naftali nagendra nagore nahid nahuel naila naima nako nana nandini nando naoise naoko naomi narcisa naresh narges
nasim nasir nasreen nasrin nasser nastasia natacha natalia natalie natalija nataliya natalya natascha natasha nathalia
nathalie nathan nathaniel natsuki nausicaa naveed naveen navid nawal nayeli nazanin nazli neasa nebojsa neda nedim neema
neeraj nefeli neha neil nelda nele nelia nelida nell nellie nelly nelson nemanja nena nenad neoma nerea nereida nerina nerys
nesrin nessa nestor neus neva nevena neville nevin ngaire ngoc ngozi nguyen nia niall niamh nicanor niccolo nichola nicholas
nick nickolas nico nicodemus nicola nicolae nicolai nicolas nicole nicoleta nicoletta nicolette nicu nidhi nieves nigel nika
nikhil niki nikita niklas niko nikodem nikola nikolai nikolaj nikolaos nikolas nikolaus nikolay nikolett nikolina nikos nila
nilay nilesh nils nilufer nima nimisha nimue nina nino nirmala nisha nishant nita nitin nives njoki nkechi nkem nnamdi noa
noah nobuko noel noelia noemi noemie nokuthula nolwenn nomsa nomvula nonhlanhla noor nora norbert norberto noreen norma norman
nosipho noura nthabiseng nuala nuno nur nuria nurit nurul nyah nyambura nyasha nykia nyoman obi obinna octavia octavian
octavio odalys oddvar odette odhran odile odilia ofelia ofer ogechi oisin okan okechukwu oksana ola olaf olamide olav olavi
olayinka ole olea oleg olegario oleksandr oleksiy olena olga olimpia oliver olivia olivier oliwia olof olu olumide oluwaseun
olwen olya olympia omar omari omolara ondine ondrej onur oona ophelia oprah oren orhan oriana oriol orla orlaith orlando
ornella orsolya ortrud osagie osama oskar oskari osman osvaldo oswald oswin otakar othman otilia otis otmar ottilie otto
ottokar ottoline otylia oumar ousmane ovidiu owain owen oyelaran oyinkan oyvind ozan ozgur ozlem pablito pablo paddy padma
padme padraig paige paivi pal palesa pallavi paloma pamela panagiotis pankaj paola paolo paresh pari parisa parker parminder
parthiv parvati parveen pascal pascale pascual pasquale patience patricia patrick patrik patrizia patrizio patrycja patryk
patty paul paula paulette pauli paulien pauliina paulina pauline paulo pavel pavla pavlos pawan pawel payal pearse peder pedro
peggy pekka pelagia pelin pella penelope penny pepijn per percy peregrine perla pernilla pernille perpetua perrine perry
persephone perttu petar pete peter petko petra petri petronella petros petru petter phil philip philipp philippa philippe
philippos phillip philomena phoebe phuong phyllida phyllis pia pierre pierrette piers pieta pieter pietro pilar pinar ping
piotr pippa piran pirkko piyush placido plamen polina polly pooja poonam porfirio porscha prabhu pradeep prakash pranav prasad
prashant pratik preben predrag preethi preeti prem prerna prisca priscila priscilla prita priti priya priyam priyanka przemek
przemyslaw puja puneet purnima qasim qiang qing quang quentin quincy quinn quinten quique quirin quynh rabia rachael rachel
rachele rachelle rachid radek radha radhika radmila radomir radoslav radoslaw radu rafael rafaela rafaella rafal rafe raffaele
raffaella rafferty rafiq raghav ragna ragnar ragnhild rahel rahima rahma rahul raimo raimund raina rainer raisa raissa raj
raja rajan rajat rajeev rajendra rajesh rajinder rajiv rajni raju rakel rakesh ralf ralph ram rama ramesh ramiro ramon ramona
rana ranbir randall randi randy rania ranjan ranjit raphael raquel rasa rashad rashid rashida rashmi rasim rasmus raul raveena
ravi rayan raymond raymundo razia razvan reagan rebecca rebeka recep reece reena refilwe regan reggie regina regine regis
reiko reiner reinhard reinhold reinis reinout reka rekha remedios remi remigiusz remo remus remy rena renata renate renato
renaud rene renee renske renuka renzo reshma reto reuben reyhan reyna reza rhea rhian rhiannon rhoda rhodri rhona rhonda rhys
ria riaan ricarda ricardo riccardo richa richard richelle richeza rick ricky rikke riku rima rin rina rinaldo rinat riona rita
ritu ritva rivka riya rizwan roald robbie robert roberta roberto rocco rochelle rocio rod roderick rodion rodney rodolfo
rodrigo roeland roelof rogelio roger rogerio rogier rohan rohit roisin rokas roksana roland rolanda rolande rolando rolf
romain roman romana romano romeo romina romuald romulo romy ron ronald ronan rong ronit ronja ronnie ronny roopa roos rory
rosa rosalba rosalia rosalie rosalind rosalinda rosalinde rosamund rosana rosanna rosaria rosario roscoe roseanne rosella
roselyn rosemarie rosemary rosetta roshan rosie rosina rositsa ross rossana roswitha rowan rowena roxana roxanne roy roza
rozalia ruairi ruben rubina rudiger rudolf rudy rufus rui rukhsana rukmini runar rune rupal rupali rupert rupinder ruslan russ
russell ruta rutger ruth ruthie ruxandra ryan ryo ryoko ryota ryszard saad saana saanvi sabah sabeen sabina sabine sabri
sabrina sacha sachiko sade sadia sadio sadiq saeed saffron safia sagal sahar sahil sai said saima sakari sakshi sakura salah
saleh salim salla sally salma salvador salvatore salwa sam samantha sameer samia samina samir samira sammy sampath samson
samuel samuele samuli sana sanaa sanam sandeep sandhya sandip sandor sandra sandrine sandro sandy sanela sangeeta sangita
sania sanja sanjay sanjeev sankar sanna sanne santeri santi santiago santos saoirse sapna sara sarah sarai saral sarita saroja
sarojini sascha sasha saskia satoshi satu saul saulius saverio savita sayaka sayed scott seamus sean sebastiaan sebastian
sebastiao sebastien sebnem seema sefa sefton segun seher seija seiji sekou selcuk selena selene selim selin selina selma sema
semih semra sena senka seo seo-yeon serap seraphina serdar seren serena serge sergei sergej sergey sergio sergiu serhat serhii
serhiy servet sesilia seth seun seung-hee sevda severin severine sevgi seydou seyed seyi seyma shabana shabnam shadi shafiq
shagufta shah shahid shahnaz shaila shaista shaka shakira shalini shamima shamsa shan shane shanelle shanice shaniqua shannon
shanta shanti sharada sharif sharmila sharon shashank shaukat shaun shauna shawn shay shayla sheetal shehnaz sheila shekhar
shelby shelley shelly shen shereen sherif sherry sheryl shigeru shilpa shin shing shinji shiori shira shirin shirley shiv
shivani shizuka shlomo shoaib shobha shona shoshana shota shreya shrikant shruti shu shubham shyam sian siarhei siavash sibel
sibongile sibusiso sibylle siddharth sidney sidonie sidra siegfried sieglinde sienna sif sigfrid sigmund signe sigrid sigrun
sigurd sihem sila silas silja silke silvan silvana silvester silvia silvio silviu simeon simin simon simona simone simonetta
simran sinazo sindre sinead siobhan sipho sirpa sissel sitara siti siv siya sizwe slavica slavko slawomir slobodan smilla
sneha snezana snorre soazig soeren sofia sofian sofie sofija sofus sofya sohail sohrab soile solange soledad solene solomon
solvei solveig somchai sondra songul sonia sonja sonya soobin sophia sophie soraia soraya soren sorin sota sotiris souad
soumaya spencer spiros srinivas stacey stacy stale stan stanimir stanislas stanislav stanislaw stavros stefan stefania
stefanie stefano steffen steinar stelian stelios stella stellan steph stephan stephane stephanie stephen steve steven stewart
stig stijn stina stipe stoyan stratos stuart subhash sudha sudhir suhail sukhdeep suki suleiman sulejman suleyman suman sumaya
sumit sumitra sung-min sunil sunita sunniva sunny suraj suresh surinder susan susana susanna susannah susanne sushil susie
susumu suvi suzana suzanne suzette suzy svante svein sven svenja sverre svetlana svetoslav svitlana swantje swapna swapnil
swati sybil syed sylvain sylvana sylvester sylvia sylvie sylwester sylwia symon szabolcs szilvia szymon taavi tabea tabitha
tadashi tadej tadeusz taha tahir tahira tahmina taina taiwo takao takashi takeshi takumi talal talha talia talita tamar tamara
tamas tamika tamsin tancredi tane taneli tania tanisha tanja tanner tanvi tanya tao tapio tapiwa tara taras tarek tareq tarik
tariq tarja tarun tasha tasneem tasos tatiana tatjana tatsuya tatyana tauno tauseef tawanda taye tayo tayyab tea tecla teddie
teddy teemu tegan temitope teodor teodora teofil teresa teresia tereza terhi teri tero terrance terrence terry tess tessa
tessie teun thabiso thabo thaddeus thais thalia thandeka thandi thandiwe thanh thanos thelma themba thembi theo theodora
theodore theodoros theofilos theresa therese thi thiago thibault thibaut thierry thijs thilo thomas thomasina thomasz thora
thorbjorn thorsten thulani thuy thyra tia tiago tiberiu tibor tien tiffany tihana tiina tijana tilda tilde tillmann tilly
tilman tim timea timo timothee timothy timur tina tindra tine ting tinotenda tinuke tirunesh tirza tiziana tjark tobi tobiah
tobias tobiasz toby todd todor tola tollak tom tomas tomasz tomaz tomer tomi tomislav tommaso tommy tomoko tone toni tonje
tony tonya toomas torben tordis tore torfinn torill torsten torunn toshiro tove tracey tracy trang traudl travis treasa trevor
tricia trina trine trinh trish tristan tristao tristram trudy truls tryggve trygve tsvetan tsvetelina tuan tuba tugba tuncay
tunde tuomas turid tuukka tuula ty tycho tyler tyra tyrone tzipi ubaldo uche uchenna udo ugo ugochukwu ugur ulf ulises ulla
ulrich ulrika ulrike uma umar umberto umesh umida umit unai unathi unni urban uros urs ursel ursula urszula urte usha usman
uta uwe uzma vaclav vadim vaishali valdemar valdis valentin valentina valentino valeri valeria valerie valerio valeriya valery
valter vanda vanessa vanja vanya varsha varun vasco vasile vasileios vasiliki vasilis vasily vasudha vaughan veena veerle
velma vendela venetia venkat venla vera verena verica verity verna verner vernon veronica veronika veronique vesna vibeke
vicenta vicente vicki vicky victoire victor victorine vidar vidya vigdis viggo vijay vikas vikram viktor viktoria viktorija
vilde vilhelm viliam vilja ville vilma vimal vince vincent vincenzo vineet vineeta vinod violeta violetta violette virat
virgil virgilio virginie virpi vishal visnja vita vitaly vito vittoria vittorio vivek vivian viviana vivien vivienne vlad
vladan vladimir vladislav vlasta vojtech volker volodymyr vuk vukile vusi vytautas wade wael wafa wagner wahid wai walburga
wald waldemar waleed walid walter waltraud wanda wangari wanjiku wanjiru warren warrick wasim wassila wassim wautier
wawrzyniec wayne wei wei-lin weiming wen wenche wendelin wendell wendy wenzel werner wes wesley wiebke wies wieslaw wietske
wiktor wilbert wilbur wilda wilfred wilfried wilhelm wilhelmina willa willem willemijn william wilma wim winfried winifred
winnie winona winston wiola wioletta witold wladyslaw wojciech wolf wolfgang wolfram wouter wulfric xabier xander xanthe xaver
xavier xenia xia xiao xiaoli xiaoming ximena ximo xin xiomara xiu xochitl xolani yael yafa yahya yaiza yakov yamila yamina
yamini yan yana yanick yanis yankho yannick yannis yara yaroslav yasemin yash yashika yasmin yasmina yasmine yasser yasuko
yasuo yaw yayoi ye-jin yehuda yelena yeliz yesenia yetunde yevgeny yi yiannis yigit yildiz ying yitzhak ylva yngve yohan
yohanna yoko yolanda yolande yonas yong yoon yosef yoshi yoshiko yosra youna youri youssef yousuf ysabel ysolde yu-jin yue
yuki yukio yuko yulia yuliya yumi yun yuna yunus yuri yuriko yusra yusuf yuto yuval yvan yves yvette yvonne zach zacharias
zachary zafar zahid zahir zahra zaid zainab zaira zakaria zakir zakiya zander zandile zane zanele zaneta zara zarina zaynab
zbigniew zdenek zdenka zdravko zeenat zehra zeinab zelda zeljka zeljko zelma zena zenon zeynep zhang zhanna zhen zheng zhi zia
ziad zigmund zijad zinaida zineb zinedine zita ziva zivko zlata zlatan zlatko zodwa zoe zoey zofia zohra zoltan zora zoraida
zoran zorica zosia zsofia zsolt zubair zukisa zuleika zuri zuzana zuzanna zvonimir zygmunt
`);

/**
 * Given names met at work, from many places, so that `raj` is a person without a capital too. One kind of evidence among
 * others: a mention, a title, a pronoun nearby or a verb that only people do serve for names that are not here.
 */
export const givenNames: ReadonlySet<string> = lazily(() => [...namesToL, ...namesFromM]);
