import { lazily } from '../lazily.ts';
import { auxiliaries, irregularPasts, prepositions, smallWords } from './common.ts';
import { givenNames } from './given-names.ts';
import { placeNames, wordNames } from './names.ts';

const words = (text: string): ReadonlySet<string> => lazily(() => text.trim().split(/\s+/u));

/** What people are called where no name is given: a job, a part in somebody's day, or a kind of person. */
const roles = words(`
accountant administrator adviser advisor agent aide analyst anaesthetist apprentice apprentices architect assistant associate
attendant auditor baker barista barman bartender beautician biller boss bosses bookkeeper bricklayer broker builder bursar buyer
captain caregiver caretaker carer cashier caterer chairman chairwoman chef chemist chief child childminder cleaner clerk clinician
coach coder colleague concierge conductor consultant contractor cook coordinator copywriter counsellor courier coworker co-worker
customer dancer dealer dentist designer dev deputy developer director dispatcher doctor doorman driver editor electrician
employee employer engineer estimator examiner executive expert fitter foreman forester friend gardener graduate groundsman guard
guest handyman head headteacher helper hire host hostess hygienist inspector installer instructor intern interpreter interviewer
invigilator investigator janitor joiner journalist keyholder keyworker kid labourer landlord landlady lawyer leader lecturer
leaver librarian lifeguard locum tech techs machinist maid maintainer man manager marketer mason matron mechanic mechanics medic
member mentor merchandiser midwife minder mover newbie newcomer nurse occupant officer operative operator organiser organizer
optician orderly owner packer painter paramedic parent partner patient person pharmacist phlebotomist photographer physician
physio physiotherapist picker pilot plasterer plumber policeman porter postman practitioner president principal producer
programmer proofreader psychologist publisher pupil purchaser radiographer radiologist receptionist recruiter registrar rep
reporter representative resident reviewer rider roofer runner salesman salesperson saleswoman scaffolder scientist secretary
seller shopper signaller sister solicitor specialist sponsor staffer steward stewardess stocker storekeeper storeman student
subcontractor sub-contractor supervisor supplier support surgeon surveyor sweeper tailor teacher technician technologist teller
temp tenant tester therapist trainee trainer translator treasurer trustee tutor tutors typist underwriter user usher vendor vet
volunteer waiter waitress ward-clerk warden warehouseman watchman welder woman worker writer yardman youngster shunter buddy bloke
guy guys lad lads lady ladies gentleman girl girls boy boys chap chaps fella fellow sysadmin sre dba pm admin exec ceo cto cfo coo
vp hca hcas ta tas sho gp ot superintendent banksman bosun skipper bigwig bigwigs planner haulier tiler managers wholesaler
hauliers forwarder subbie subbies sergeant councillor caseworker case-worker coroner magistrate underling predecessor successor
crook crooks coward cowards hypocrite hypocrites charlatan charlatans tyrant idiot idiots moron morons clown clowns muppet muppets
genius geniuses joker jokers fixer fixers individual individuals
sparky sparkies chippy chippies brickie brickies loaders senco sencos scrum-master groundworker groundsperson roadie grader sorter
gritter fundraiser signwriter plasterers glazier glaziers joiners ganger gaffer gaffers forklift-driver teamster trucker truckers
stockist husband wife mum dad mother father brother son daughter uncle aunt guardian guardians invigilators enquirer enquirers referrer
referrers matrons orderlies keyholders dinnerlady dinnerladies lollipop-man examiners markers moderator moderators timekeeper
bozo bozos wazzock plumbers sparks officer-in-charge on-caller on-callers organisers hotelier guide guides scribe delegate delegates referee umpire educator mediator facilitator demonstrator curator instigator arbitrator liquidator adjudicator negotiator
animator narrator conspirator commentator communicator lecturer lecturers professor dean provost
rector vicar priest nun chaplain curate imam rabbi barmaid doorstaff bouncer bouncers croupier jockey skipper deckhand deckhands steward
stewards neighbour neighbours purser attendants pilots co-pilot navigator helmsman guards ranger rangers marshal marshals lifeguards bodyguard
detective constable sergeant corporal lieutenant colonel cadet cadets recruit recruits scouts mayor minister senator
 dev devs sysadmins webmaster coder coders hacker techie techies geek geeks nerd nerds gardeners groundsmen arborist
roadworker binman binmen postie posties milkman dustman dustmen decorator decorators fishmonger florist greengrocer
haberdasher milliner seamstress tailor knitter upholsterer engraver potter jeweller watchmaker cobbler saddler farrier
herdsman stockman shepherd farmhand farmer beekeeper vintner sommelier brewer distiller cellarman patissier registrars cabbie cabbies
`);

/** Irregular plurals; the others are a role with an s. */
const rolePlurals = words(
  `men women people children salesmen foremen midwives wives chairmen watchmen storemen`,
);

/** A group that acts as one, often said without an article. */
const teams = words(`upstairs squad squads pod legal hauliers 
accounts accounting admissions audit agency agencies authority billing bookings branch bureau carrier catering client clients
compliance committee company comms council call-centre crew crews crowd customers design growth despatch devops directors dispatch
distribution domestics engineering estates exec facilities faculty field-service finance firm folk folks fulfilment fulfillment
gang goods-in governors groundstaff headquarters head-office helpdesk hire-company hq hr housekeeping infosec infra inwards labs
leadership legal logistics lot maintenance management nights marketing merchandising networking ops operations outpatients payroll
pharmacy planning procurement production provider purchasing qa r&d radiology reception recruiting recruitment sales scheduling
security seniors service-desk shift shifts sre staff stockroom stores subcontractors suppliers support team theatres transport
treasury triage union vendors warehouse warehousing workforce police replen replenishment coordination reservations radiographers pathology
microbiology haematology switchboard portering inwards outwards lettings conveyancing underwriting actuarial bursary
band choir orchestra cast chorus
safeguarding admissions pastoral ict on-call oncall mgmt exco ombudsman
`);

/** A group only with something before it: "the kitchen" cooks, and "the office" forgets, as often as they are rooms. */
const places = words(
  `desk office department dept division unit ward kitchen lab depot store shop site studio factory plant lobby home school college university bank court library clinic practice surgery garage workshop bakery laundry canteen theatre nursery board teams hotel restaurant pub airline museum gym salon ministry embassy church trust hospital hospice outfit association academy consultancy brokerage bursary consortium syndicate franchise dealership merchant merchants wholesaler garage yard gatehouse coordination mill brewery foundry`,
);

const teamsInTwo = words(`new_starter new_starters new_hire new_hires 
head_office service_desk help_desk front_desk front_of_house back_office back_of_house night_shift day_shift late_shift
early_shift morning_shift evening_shift weekend_shift night_crew day_crew human_resources upper_management senior_management
middle_management customer_service customer_services customer_support customer_success tech_support technical_support it_support
second_line first_line third_line goods_in field_service account_management product_management site_management project_management
room_service legal_team quality_control quality_assurance public_health student_services student_finance pupil_services central_services
shared_services patient_transport ward_staff night_staff day_staff agency_staff bank_staff kitchen_staff cleaning_staff bar_staff
floor_staff office_staff teaching_staff support_staff mail_room post_room control_room line_lead shift_lead team_lead site_lead
tech_lead project_lead data_science call_centre call_center contact_centre the_council the_agency the_bank the_office the_kitchen
the_garage the_depot the_ward the_lab the_surgery the_practice
technical_service technical_services stock_control credit_control goods_out goods_inwards accounts_payable accounts_receivable
payroll_services social_services social_care customer_care customer_relations guest_services guest_relations software_house
unit_lead area_lead section_lead nurse_lead clinical_lead module_lead subject_lead year_lead squad_lead duty_lead ops_lead
hire_place rental_place repair_place print_place student_support learning_support tenant_services housing_services building_control planning_control traffic_control ground_control flight_control pest_control production_planning
supply_chain master_data claims_handling loss_adjusters on_call facilities_management asset_management fleet_services
bed_management site_team estates_team works_department internal_audit external_audit internal_comms talent_acquisition
`);

/** Whose sentence is about people, whatever they are. */
const pronouns = words('he she they you yous');
const somebody = words('someone somebody whoever everyone everybody anybody anyone nobody');

/** Written with a capital and no people: products, makers, places, months, storms. A capital name unknown here may be a person. */
const things = words(`
january february march april may june july august september october november december monday tuesday wednesday thursday friday
saturday sunday christmas easter ramadan diwali eid hanukkah adobe apollo athena atlas hermes hera zeus odin thor loki orion titan
delta sierra celery salt chef hal jarvis merlin watson mercury hudson airtable airbnb alexa alexandria algolia amazon android
angular ansible apache apple argo artifactory asana atlassian auth0 aws azure bamboo bamboohr basecamp bash bitbucket bluetooth
bootstrap box braze brexit buildkite calendly canva cassandra catalyst ceph cerner chatgpt chrome circleci cisco citrix claude
clickhouse clickup cloudflare cloudwatch confluence copilot cortana couchdb datadog debian dell django discord docker docusign
dropbox drupal dynamics ebay edge elasticsearch eclipse emis epic ericsson etsy eventbrite excel exchange expensify express
facebook fastly fedex figma firebase firefox firewall flask flink fortinet freshdesk gcp gerrit git github gitlab gmail google
grafana graphql groovy gusto hadoop hana helm heroku hive hootsuite hubspot ibm icloud illustrator indesign instagram intercom
internet ios iphone ipad istio java javascript jenkins jira jupyter kafka keycloak kibana klaviyo kronos kubernetes lambda laravel
lastpass lenovo lexmark linear linkedin linux logitech looker lucidchart mac macbook magento mailchimp mariadb marketo mastercard
maven maximo memcached meraki messenger meta microsoft minecraft miro mixpanel mongo mongodb monzo moodle mulesoft mysql nagios
netflix netlify netsuite nginx node notion npm nvidia office okta onedrive onenote opencart openshift opsgenie optimizely oracle
outlook pagerduty panda paypal pdf photoshop pinterest pipedrive playwright postgres postgresql postman powerpoint prestashop
prometheus pulumi puppet python quickbooks rabbitmq rails react redis redshift retool ringcentral ruby rundeck safari sage
salesforce samsung sap scala segment selenium sendgrid sentry sequel sequelize servicenow sharepoint shopify siri skype slack
snowflake solr sonos sony spark splunk spotify spring square stackoverflow storybook storm stripe survey surveymonkey sway swift
symfony systemone tableau taleo talend teams teamcity teamviewer telegram tensorflow terraform tesla thunderbird tiktok todoist
tomcat toshiba trello twilio twitter typeform typescript ubuntu unix ups usps vagrant vault vercel viber visa vmware vscode wasabi
webex webpack whatsapp wifi wikipedia windows wordpress workday xbox xero xerox yammer yahoo youtube zapier zebra zendesk zenefits
zoho zoom zscaler zuora royal-mail dhl dpd evri london paris berlin leeds manchester birmingham glasgow edinburgh cardiff belfast
dublin bristol sheffield liverpool york newcastle nottingham bath cambridge oxford brighton reading hull derby leicester coventry
chicago boston seattle denver atlanta miami dallas houston portland phoenix toronto montreal vancouver melbourne brisbane perth
auckland mumbai delhi bangalore chennai hyderabad pune kolkata singapore tokyo osaka seoul shanghai beijing lagos nairobi cairo
accra johannesburg durban lisbon madrid barcelona valencia rome milan naples vienna zurich geneva munich hamburg cologne frankfurt
stuttgart warsaw krakow prague budapest bucharest athens stockholm oslo copenhagen helsinki europe asia africa america england
scotland wales ireland britain uk usa france germany spain italy poland india china japan canada australia english french german
spanish dutch polish welsh arabic hindi chinese greek latin postmates deliveroo uber lyft ocado tesco asda aldi lidl ikea argos
boots costa starbucks brother canon epson ricoh kyocera honeywell siemens bosch hitachi dyson hobart rational merrychef liebherr
linde jungheinrich toyota ford covid omicron nhs ofsted cqc hmrc dvla dwp gdpr iso wmi
`);

/** They end as those who do something, and are none. */
const tools = words(`
printer server scanner router sensor monitor computer container trailer elevator error order number paper folder filter header
letter counter timer boiler heater cooler freezer cooker mixer blender toaster dishwasher washer dryer drier conveyor compressor
generator motor tractor projector adapter adaptor charger breaker trigger tracker browser buffer cluster docker parser compiler
linker loader installer scheduler controller handler listener worker processor connector indicator regulator transformer conductor
escalator ventilator corner border center centre floor door offer answer matter weather water winter summer power tower shower
flower layer lever river cover quarter chapter meter litre register roster binder poster banner sticker marker ruler stapler
shredder locker drawer wrapper trolley hopper feeder chiller sprinkler detector alarm extinguisher cylinder hammer ladder
scaffolder buzzer bumper footer cursor pointer calculator simulator validator editor importer exporter crawler autoscaler balancer
newsletter reminder tender transfer encounter character parameter perimeter diameter thermometer barometer anemometer speedometer
shelter gutter shutter fertilizer fertiliser primer sander grinder lawnmower mower cutter plotter copier barrier pier tier
september october november december wonder plunder blunder disorder danger anger hunger finger ginger burger hamburger plant
restaurant constant instant variant grant warrant want quadrant distant relevant covenant remnant collector factor sector vector
mirror horror terror minor major interior exterior prior senior junior behavior behaviour colour favor favour labor harbor harbour
rumour humour odour vapour tumour donor rotor stator anchor hover forever lower upper former latter other another rather either
neither whether together however whenever wherever never ever after under over better later earlier sooner longer shorter higher
slower faster bigger smaller easier harder cheaper dinner supper beer pepper butter sugar wafer cracker starter copper silver
leather timber lumber rubber fiber fibre amber list checklist mist twist wrist waitlist shortlist blacklist whitelist playlist
wiper screwdriver spanner wrencher hoist tool tooler dumper digger excavator crane bulldozer lifter stacker reacher tipper viewer
launcher updater uploader downloader checker linter formatter recorder reader receiver transmitter amplifier speaker multiplier
thinner softener freshener sanitiser sanitizer dispenser encoder decoder voucher platter slicer fryer peeler grater juicer kettle
steamer laser pacemaker defibrillator stretcher catheter inhaler nebuliser nebulizer walker zimmer identifier modifier qualifier
classifier verifier notifier anniversary answerphone dialler dialer auto-dialler sequencer renderer indexer converter resolver provisioner
reconciler exchanger inverter transponder trimmer loudspeaker extractor reactor compactor injector ejector selector attacker attackers intruder intruders
`);

/** They open a sentence without an article, and are nobody. */
const plainNouns = words(`
access backup cash checkout data delivery email equipment feedback food freight heat heating help invoice light login logout mail
material money music noise oil paint paper parking pay payment postage post power print rain rent search service snow software
sound stock storage sync time traffic training transport travel tea coffee water gas weather wifi work packaging signage lighting
plumbing furniture furnace management-system homepage website dashboard half everything nothing something anything neither either
none most more less part both each every another other others such same this that these those today tomorrow yesterday tonight
monday last next first second third final finally root cause result status finding action category conclusion recommendation
please thanks thank sorry hello hi hey dear yes no ok okay well oh wow ah honestly seriously clearly obviously apparently sadly
luckily unfortunately frankly because since while although though when whenever where why how who what which whose if unless until
after before as once so and but or yet nor also again then there here just only even still already soon later meanwhile instead
otherwise however maybe perhaps surely typical classic bottom top left right good bad great best worst new old big small long
short early late wrong true false lost found broken missing stuck closed open customer-service item issue problem reason order
ticket report summary note log line page form file folder room bay aisle dock gate door floor level zone unit section version
build release deploy hotfix patch branch code script query table column row field button screen alarm alert pager add ask avoid
book bring buy call change check clean clear close come copy count cut do draw drop fill find fix follow get give go hold keep
leave let look lock make mark move need offer pack pick place press pull push put read record remove replace reset return ring run
say see sell send set ship show sign stop store take talk tell test tidy train try turn update use wait walk warn wash watch wear
weigh write sack fire ban blame
`);

/** They go before a person or a thing. */
const determiners = words(
  'two three four five six several both many few the a an this that these those my our your his her their its some any no every each another other',
);

const titles = words(
  'mr mrs ms miss dr doctor prof professor sir madam nurse sister officer sergeant captain father',
);

/** What is known of people. Plurals of roles need not be named. */
export const people = {
  givenNames,
  wordNames,
  placeNames,
  plainNouns,
  roles,
  rolePlurals,
  teams,
  teamsInTwo,
  places,
  pronouns,
  somebody,
  things,
  tools,
  determiners,
  titles,
  prepositions,
  smallWords,
  verbs: lazily(() => [...auxiliaries, ...irregularPasts]),
};
