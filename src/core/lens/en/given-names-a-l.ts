import { lazily } from '../lazily.ts';

const words = (text: string): ReadonlySet<string> => lazily(() => text.trim().split(/\s+/u));

/** See `givenNames`. */
export const namesToL = words(`
aaliyah aaron abbas abdi abdul abdullah abena abigail abimbola abiodun abiola abu achieng adaeze adalbert adam adaora addison
adebayo adela adele adelheid ademola adeola adetokunbo adhiambo aditi aditya adnan adrian adriana afia afonso agata agathe
agnes agnieszka agostino ahmad ahmed ahmet aida aidan aiden aigerim aiko ailbhe ailsa ainhoa aino aisha aishwarya aisling
aisulu aizhan ajay ajit akash akihiro akiko akira akosua aksel akua alain alan alana alastair alastor alba albert alberto
albina aldo alec alecia aleix alejandra alejandro aleks aleksander aleksandr aleksandra alena alessandra alessandro alessia
alev alex alexander alexandra alexandru alexei alexis alfie alfonso alfred alfredo algernon alhassan ali alia alibek alice
alicia alina alisa alise alisha alison alistair alistar aliya aliyah allan allison alma almaz alojz alondra alonso aloysius
alphonse altan alva alvaro alvin alyona alyssa amadou amaia amaka amal amanda amandine amani amara amare amaya amber ambika
ambrose ameera amel amelia amelie ami amie amina aminata amir amira amit amita amparo amrit amrita amy ana anahit anais anand
ananya anastasia anatoly anca ander anders andile andre andrea andreas andreea andrei andrej andres andrew andris andrzej andy
ane aneta anete angel angela angelica angelina angelo angelos angharad angus anh anika anil anita anja anjali anka ankit ann
anna annabel anne anneke anneli annelies anneliese annelise annemarie annette annie annika anouk ansel anselm anselma ansgar
antero anthea anthony antje antoine anton antonella antonia antonin antonio anu anuj anupama anusha anya aoi aoife aparna
apinya apolline arabella araceli aram aranza arash aravind arben archie arda ardita areej ares ari aria ariadna ariadne ariana
arianna arif arijit aristides arja arjun arkady arlene arlo armand armando armin arnaud arnav arne arno arnold aroha arpad
artem arthur arto artur arturo arun arvind arvo aryan aryeh asante asel asha ashanti ashish ashley ashok ashraf ashwin asier
asif aslan asli asma assane asta astou astrid aswin ata ataa atanas athanasios athena atsuko atticus atul auden audra audrey
augustin augustus auntie aurelia aurelie aurelien aurelio aurora ava avery avinash aviva avraham awa awad axel aya ayaan
ayesha aygul ayla aylen aylin ayo ayodeji ayodele ayse ayumi ayumu azadeh aziz azizah azra azubuike babak babatunde bailey
balazs balthazar baptiste baraka barbara barbro barnabas barnaby barry bart bartholomew bartosz bashir basil bastian bastien
bathsheba beata beate beatrice beatrix beatriz becca bechir becky bektur bela belinda bella ben benat benedetta benedetto
benedict benedikt benicio benita benjamin benoit bente beppe berat berenice berit berk bernadette bernard bernd bert berta
bertha bertil bertrand beth bethany bettina betty beverly bhaskar bhavesh bhavna biagio bianca bilal bilge billy bilqis bintou
birgit birgitta birgitte birta bisi bjorn blake blanca blandine blaz blazej blerta blessie bo-yeon bob bobby bodil bogdan
bogdana bogna bogumil bohdan bojan bola bongani boris borislav boyan boyd bozena brad bradley brandon branislav branko breda
brenda brendan brendon brent brett brian brianna bridget brigid brigitta brigitte brita bronagh bronwen bronwyn brooke bruce
bruna brunhilde bruno bryan bryce bryony buhle bukola burak busisiwe caetano cai caio caitlin caleb calliope callista callum
calum camila camilla camille camilo candela candice caner caoimhe cara carine carl carla carlo carlos carlotta carmel carmela
carmelo carmen carol carola carole carolina caroline carolyn carrie carsten carter carys casey casimir caspar casper cassandra
cassie cassius catalina catarina caterina cathal catherine cathleen cathy catrin catriona cayetano cecile cecilia cecily
cedric celeste celestine celia celina celine cem cerys cesar cezary chad chaima chandni chandra chang chantal charlene charles
charlie charlize charlotta charu chau chaya chen cheng chenoa cheryl chiamaka chiara chibuzo chidera chidi chidinma chieko
chiemeka chika chike chinedu chinonso chinwe chioma chiyo chloe chris christa christelle christian christiane christina
christine christoph christophe christopher christos chukwudi chukwuemeka chun chun-li cian ciara ciaran cibele cillian cindy
cirilo claire clara clarice clarissa clarisse claudia claudine claudio clemence clemens clement clementine cleo cliona clive
clodagh clothilde coen colette colin colleen conall conchita connor conor constance consuelo cordelia corentin corey corinna
corinne cormac cornelia cornelius corrado cosima cosmin costa costas courtney craig crispin cristian cristiano cristina
cristobal curtis cuthbert cynthia cyprian cyril cyrille cyrus czeslaw dacian dacre dafydd dagmar dagny daichi daiki daisuke
daiva daiyu dalia dalibor dalila damaris damian damien damir damjan dan dana dancho danica daniel daniela daniele danielle
danika danilo danny danuta dao daphne daria darija dario darius dariusz darko darla darragh darrell darren darya daryl
dashiell dastan dave davi david davide davina davit davor dawid dawit dayo dean deanna debbie deborah debra declan deena deepa
deepak deepika deepti deirdre dejan delfina delia delilah delphine delroy demba demelza demet demetrius demi denis denisa
denise deniz dennis denzel deokhwa derek dermot derya desiree desislava desmond despina devi devika devon dewi dhananjay
dhanya dhara dhruv diana diane dick diego dieter dieudonne dilan dilara dilek dilip dilnoza dimitar dimitra dimitri dimitrios
dimitris dina dinah dinesh dipa dipak dipti dirk divya diya djamila django dmitri dmitry dobromir dogan dolores domenico
domhnall domingo dominic dominik dominika dominique don donal donald donatella donato dong-hyun donna donnacha donovan doortje
doreen dorian dorin dorina doris dorota dorothea dorothy dorthe doug dougal douglas dragan dragana dragos drazen duarte
dubravka dulce duncan dusan dushyant dustin duygu dwayne dwight dylan dylis dzenan eabha eamon eamonn ebba ebere ebony ebru
ece eckhard ed edda eddie edelgard edgar edina edita edith edmond edmund edmundo edouard eduard eduarda eduardo edvard edward
edwige edwin efosa efrain efua egil eglantine egle egon ehab eileen eilidh eimear einar eirik eithne ekaterina ekene ekow
elaine eldar eleanor eleanora eleftheria elena eleni eleonora elfriede elhadj elham eliana elias elif elijah elin elina eline
elio eliot elisa elisabeth elisabetta elise eliza elizabeth elizaveta elke ella ellen ellie ellinor elliot elliott elmar
elodie eloise eloy elsa elsie elspeth elvira emanuel emanuela emeka emer emeric emil emilia emilian emilie emilio emily emin
emine emir emma emmanuel emmerich emmet emre ender endre engin enid eniola ennio enobong enock enrico enrique enya enzo eoghan
eoin erasmus erdem eren erhan eric erica erik erika erin erlend ermelinda ermin ernest ernestine ernesto ernst erol errol
ersin ervin erwan erwin eryn eskil esme esmeralda esperanza esra esteban estefania estela estelle esteve esther ethan etienne
eudora eufemia eugen eugene eugenia eugenie eulalia eunice eusebio eustace eva evan evander evangelos evaristo eve evelien
evelyn evert evgenia evgeny ewa ewan ewelina eyal eyup ezekiel ezequiel ezinne ezra fabian fabiana fabienne fabio fabiola
fabrice fabrizio fadi fahad faisal faiza falk fania fannar fanny farah faraz fareed farhan farid farida farooq farouk farrah
farzana fatemeh fatih fatima fatma fatou fatoumata fausto fawzia faye fazil feargal federica federico fedor felicia feliciano
felicitas felicity feliks felipe felix femi fenella fenna feodor ferdinand ferenc fergus ferhat fernand fernanda fernando
ferran ferruccio festus fidelma fikret filip filippa filippo filomena finlay finn fintan fiona fionnuala fiorella firas firat
firoz fjodor flavia flavio flora florentina florian floriana floris floyd folake folarin folasade fouad fran frances francesca
francesco francine francis francisco franck franco francois francoise franka franz franziska fraser frauke fred freda freddie
frederic frederick frederik frederique fredrik freya frieda friedrich fritz frode fumiko funda funke funmi furkan fyodor gabor
gabriel gabriela gabriele gabrielle gaelle gaetan gaetano gail galina gamal gamze ganesh garance gareth garry gary gaspard
gaston gaurav gauri gauthier gavin gavril gebhard geert gemma genaro genc genevieve gennady genoveva geoff geoffrey geoffroy
george georges georgi georgina georgios geraint gerald geraldine gerard gerben gerd gerda gergely gerhard gerlinde germain
germaine gernot gerrard gerrie gerry gertrud gertrude gethin ghassan ghislaine giacomo giada giancarlo gianluca gianni gideon
gilbert gilda giles gillian gina ginevra ginny gintaras giorgia giorgio giorgos giovanni gisela giselle gislinde gita gitte
giulia giuliana giuliano giuseppe gizem gladys glen glenda glenn gloria godfrey gokhan goksel gonzalo gopal goran gorana
gordon gosia gottfried govind graciela gracjan graeme graham grainne greet greg gregor gregorio gregory greta gretchen griet
grigor grigoris grigory griselda grzegorz gudrun guido guilherme guilia guillaume guillermo guiomar guion gul gulnara gulsen
gunilla gunnar gunther gunvor guo gurdeep gurpreet gus gustaf gustav gustavo guy gvidas gwen gwendal gwendolen gwendolyn
gwilym gwyneth gyorgy ha-eun habib habiba hadi hadiza hae-won hafsa haifa haile hajar hajra hakan hakim haldor halima halina
hallie halvard halvor hamid hamish hamza hana hanako hanan hanife hanna hannah hanne hanneke hannes hannu hans haralampos
harald hardeep hari haris harish harmony harold haroon harpreet harriet harry harshita hartmut haruka haruto hasan hashim
hasina hassan hatice havva haydar hayley hazel heather hector hedda hedvig hedwig hedy heidi heidrun heike heikki heiko heiner
heinz hekla heledd helen helena helene helga helge hella helle helmi helmut hendrik hendrika hennie henning henny henri
henrietta henrik henrique henry henryk heorhii herbert heriberto hermann hermine hermione hernan herve hiba hicham hideo
hilary hilda hilde hildegard hillevi himanshu hira hiroko hiromi hiroshi hiroto hisham hjalmar hjordis hoang hoda holger holly
homayoun homer hong honorata horacio horia horst hortense hossein howard hristo huan hubert huda hugh hugo huguette hui hulya
humaira humberto hung husain huseyin hussein hye-jin hyun hyun-woo iain ian ibrahim ibtissam ida idil idris iekeliene ieuan
ieva ifan ife ifeoma ignacio ignacy ignatius ignaz igor ike iker ikram ilaria ilda ildiko ileana ilhan ilias ilija ilka ilkay
ilker illtyd ilona ilse ilya imani imelda imke immanuel imogen imran imre inaki inaya indira indrani ines inge ingeborg
ingemar inger ingmar ingo ingolf ingrid ingvar inigo inna inocencio inoke ioan ioana ioannis iolanda iolo iona ionut iphigenia
iqbal iqra ira irem irena irene irfan irina iris irma irmgard isaac isabeau isabel isabela isabelita isabella isabelle isadora
isaiah isak iseult isha ishaan ishaq ishita ishmael isidora isidore isidro isla ismael ismail ismet isolde istvan itziar iva
ivan ivana ivanka ivar iveta ivica ivo ivonne iwona iyabo izaak izabela izabella izzy jaakko jaana jabari jacek jacinta
jacinto jackie jackson jacob jacoba jacopo jacqueline jacques jade jadwiga jae jae-won jagdeep jago jaime jairo jakob jakov
jakub jalal jaleel jamal james jamie jamila jamshid jan jana jane janek janelle janet janez janice janina janine janis janko
janna janne jannik janos janusz jared jarek jarmila jaroslav jaroslaw jarvis jasmine jasna jason jasper jaswinder javad javed
javier javiera jay jaya jayanti jayden jayesh jean jean-luc jean-pierre jeanette jeanne jedrzej jeff jeffrey jehan jelena
jelle jemima jen jenessa jenna jennie jennifer jenny jens jeremiah jeremy jeroen jerome jerry jerzy jesper jess jessamy
jessica jessie jesus jethro jetta jianguo jie jiho jill jillian jim jimena jimmy jin jindrich jing jiri jitendra jitka jiwoo
jo joachim joakim joan joana joanna joanne joao joaquim joaquin joca jocasta jocelyn jodie joe joel joelle johan johanna
johannah johanne johannes john johnny jokin jolanta jolene jon jonah jonas jonathan jonna joost jordi jorg jorge jorgen jorn
jose josef josefa josefina josefine joselito joseph josephine josephus josh joshua josiah josie josip jovan jovana joyce joyti
jozef juan juana juanita judit judith judy juergen jukka julen jules julian juliana juliane julianna julianne julie julien
juliet julieta julio julita julius juma jun junaid junko juozas juraj jurek jurgen juris justas justin justina justine justyna
jutta jyoti kaan kabelo kabir kadir kadri kai kaija kaisa kaitlin kaja kalina kalle kaloyan kalpana kalyan kamal kamala kamau
kamil kamila kamile kamran kanako kaori karan kareem karel karen karim karima karin karina karl karla karlheinz karolin
karolina karoline karolis karsten karthik kasia kasimir kaspar kasper kassandra kasumi kata katalin katarina katarzyna kate
katell katerina kateryna kath katharina katherine kathleen kathrin kathryn kathy katia katie katinka katja katri katrien
katrin katrina katy katya kauko kaveh kavita kavya kay kaya kayla kayode kazimierz kazimir kazuki kazuo keagan keanu keerthi
kehinde keiko keira keisha keith kelechi kelly kelvin kemal ken kenan kendra kenji kenjiro kenneth kenny kenta kenya kerem
kerensa kerri kerry kerstin kerttu kestutis ketaki ketevan kevin keyla keziah khadija khaled khalid khalil khanh khanyi khoa
khosrow khurram kiaan kian kiana kiera kieran kieron kiki kim kimberley kimberly kimiko kinga kinsey kiran kirill kirsi
kirsten kirstin kirsty kishore kiyomi kiyoshi kjell kjersti klaas klara klaudia klaus klavdija klemens knut koen kofi koji
kojo koldo komal konrad konstancja konstantin konstantina konstantinos konstanze koray kornelia kosta kourosh koushik
kreszentia kris krishna krishnan krista kristaps kristen kristian kristiina kristin kristina kristjan kristof kristofer
kristoffer kriszta krisztina krystian krystyna krzysztof ksenia kseniya kuba kubra kumar kunal kunle kuno kurt kwabena kwaku
kwame kwasi kwesi kyle kylie kyoko kyra kyriaki kyril kyung lachlan ladislav laetitia laila lajos lakshmi lalita lamar lamia
lamine lan lana laoise lara larisa larissa larry lars lashonda lasse laszlo lata latif latisha latoya laura laurel lauren
laurence laurens laurent laurentiu lauri laurynas lavanya lavinia lawrence layla lazar lazaro lazlo lea leah leander leandra
leandro leanne leda lee leela lei leif leila leilani leire lena lenka lennart lenny leo leocadia leon leonard leonardo leonce
leonhard leonid leonie leonor leonora leontine leopold leopoldo leroy les leslie leszek leticia leticija letitia levente levi
lewis lex leyla leyton liam liana libby lidia lidija liesbeth liesel liesl lieve ligia lihong lihua liina liisa lila lilian
liliana lilith lilja liljana lilly lily lin lina linda lindsay lindsey linford ling linh linnea linus lioba lionel liora lisa
lisandro lisbet lisbeth lise liselotte liv livia liz lizzie ljiljana ljubica llewellyn lloyd lluis lochlan loes loic lola
lolita lorcan loredana lorelei lorella lorena lorene lorenz lorenzo loreto loretta lori lorna lorraine lotta lottie lou loubna
louis louisa louise lovisa lowri luan luana lubna lubomir lubos luc luca lucas lucia lucian luciana luciano lucie lucienne
lucila lucille lucinda lucjan lucy ludmila ludovic ludovica ludvig ludwig luigi luis luisa luisella lukas lukasz luke lukman
lulu lutfi luther lutz luuk luz luzia lydia lyle lyn lynda lynn lynne lyubov lyudmila
`);
