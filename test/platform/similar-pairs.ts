type Flags = readonly (readonly [string, string])[];

/** Two flags about the same gap in other words, as two people might write them. The threshold was chosen on these. */
export const pairs: Flags = [
  // Support
  ['The refund form rejects foreign IBANs', 'Refund form does not accept an IBAN from another country'],
  [
    'Customers cannot reset their password on the mobile app',
    'Password reset in the mobile app does nothing',
  ],
  ['The chat widget disappears after the first reply', 'After one reply the chat widget is gone'],
  ['Ticket search does not find closed tickets', 'Closed tickets never show up in the ticket search'],
  ['Call transfers to billing drop the line', 'When I transfer a call to billing the line drops'],
  // Care
  [
    'The medication cabinet on ward 3 runs out of gloves every weekend',
    'No gloves in the ward 3 cabinet on Sunday again',
  ],
  [
    'Night handover sheets are missing the allergies of patients',
    'Allergies are not on the handover sheet at night',
  ],
  [
    'The wheelchair lift at the back entrance is stuck',
    'Back entrance: wheelchair lift stuck between floors',
  ],
  [
    'Discharge letters reach the family doctor two weeks late',
    'Family doctors get our discharge letters far too late',
  ],
  // Warehouse
  ['The scanner in aisle 7 reads labels twice', 'Labels get read twice by the scanner in aisle 7'],
  [
    'Pallets from supplier Norte arrive without a packing list',
    'Norte delivers pallets with no packing list',
  ],
  [
    'Forklift batteries are empty at the start of the early shift',
    'Early shift starts with empty forklift batteries',
  ],
  ['Returns pile up at gate 4 because nobody books them in', 'At gate 4 nobody is booking in the returns'],
  // Finance
  [
    'Invoices over 10,000 euros need four signatures and take a month',
    'Four signatures for an invoice over 10,000 euros: it takes weeks',
  ],
  ['The expense tool rounds exchange rates wrongly', 'Wrong rounding of exchange rates in the expense tool'],
  [
    'Month-end closing waits for the bank export from Lisbon',
    'Bank export from Lisbon is late, so month-end closing has to wait',
  ],
  [
    'Dunning letters go to customers who have paid already',
    'Customers who already paid still receive dunning letters',
  ],
  // HR
  ['New colleagues wait three weeks for a laptop', 'Laptop for new colleagues comes only after three weeks'],
  [
    'The holiday calendar shows the wrong bank holidays for Bavaria',
    'Bavaria has wrong bank holidays in the holiday calendar',
  ],
  [
    'Job applicants never get an answer after the first interview',
    'No answer to applicants after the interview',
  ],
  [
    'Payslips of part-time staff show the wrong overtime',
    'Overtime is wrong on payslips for part-time people',
  ],
  // Schools
  ['The projector in room 204 turns itself off', 'Projector of room 204 keeps turning off during lessons'],
  ['Parents cannot open the PDF of the lunch menu', 'Lunch menu PDF does not open for parents'],
  [
    'Substitute teachers have no access to the class register',
    'No access to the class register for substitute teachers',
  ],
  // Software
  [
    'The deploy pipeline times out when two branches merge at once',
    'Deploy pipeline timeout if two branches get merged at the same time',
  ],
  ['Export to CSV breaks umlauts', 'Umlauts are broken in the CSV export'],
  ['Staging database is wiped every night without notice', 'Every night someone wipes the staging database'],
  ['Login with SSO loops for ever in Firefox', 'Firefox: endless loop at SSO login'],
  // Other languages, and typing in a hurry
  [
    'Das Rückerstattungsformular nimmt keine ausländischen IBANs an',
    'Ausländische IBAN wird vom Rückerstattungsformular abgelehnt',
  ],
  [
    'L’imprimante du deuxième étage demande un mot de passe',
    'Imprimante du 2e étage : un mot de passe est demandé',
  ],
  [
    'El escáner del muelle 4 lee las etiquetas dos veces',
    'Etiquetas leídas dos veces por el escáner en muelle 4',
  ],
  ['The coffe machine in the canteen leeks water', 'Coffee machine in canteen is leaking water'],
];

/** Two flags from the same work, often with the same words, about different gaps. */
export const others: Flags = [
  // Support
  ['The refund form loads slowly on Mondays', 'The complaint form asks for the order number twice'],
  ['The phone queue has no music', 'The phone list on the wall is from last year'],
  ['Customers get the newsletter twice', 'Customers ask for a newsletter in Polish'],
  ['Ticket templates cannot be shared between teams', 'Ticket priorities change when a team is renamed'],
  // Care
  ['Ward 5 has no spare blankets at night', 'Ward 5 has no doctor on call at night'],
  ['The medication plan cannot be printed in large letters', 'The medication round starts before breakfast'],
  ['Visitors park in front of the ambulance bay', 'Visitors do not find the way to the ambulance station'],
  ['The patient lift in room 12 squeaks', 'The patient call bell in room 12 is too loud'],
  // Warehouse
  ['The scanner in aisle 2 has a cracked screen', 'The light in aisle 2 flickers'],
  ['Pallets are wrapped with too much foil', 'Pallets are stacked higher than the rule allows'],
  ['The forklift driver training is in German only', 'The forklift route crosses the walkway'],
  ['Gate 6 freezes shut in winter', 'Gate 6 opens only with the old badge'],
  // Finance
  [
    'Invoices from the Dublin office carry an old address',
    'Invoices from the Dublin office are paid in the wrong currency',
  ],
  ['The expense tool logs me out after a minute', 'The expense limit for hotels is from 2015'],
  ['Budget figures arrive after the planning meeting', 'Budget owners do not know who approves training'],
  ['The bank changed its opening hours', 'The bank statement import skips the last line'],
  // HR
  ['The laptop order form needs a signature on paper', 'Laptop bags are out of stock'],
  ['Holiday requests disappear when a manager leaves', 'Holiday pay is not explained anywhere'],
  ['The applicant portal has no English version', 'Applicants are asked for their date of birth'],
  ['The works council room is double booked', 'The works council letter box is full'],
  // Schools
  ['The projector in room 110 has no HDMI cable', 'The window in room 110 does not close'],
  ['Parents get the report card by post and by mail', 'Parents wait outside in the rain at pick-up'],
  ['The class trip money is collected in cash', 'The class register is out of paper'],
  ['Teachers share one password for the library system', 'Teachers have no key for the library'],
  // Software
  ['The deploy log does not say who deployed', 'The deploy freeze is announced too late'],
  ['The test database has no data for Japan', 'The test results are kept for one day only'],
  ['Import from CSV ignores the last column', 'Export to PDF ignores the page size'],
  ['Two-factor codes arrive late by text message', 'Two factories use different login pages'],
  ['Error reports do not carry a version number', 'Error pages show the old logo'],
  // Other languages
  [
    'Das Formular für Dienstreisen fragt nach der Faxnummer',
    'Das Formular für Krankmeldungen ist nur auf Papier da',
  ],
  ['L’imprimante du rez-de-chaussée n’a plus de papier', 'L’ascenseur du rez-de-chaussée fait du bruit'],
  ['El formulario de vacaciones no acepta medio día', 'El formulario de gastos no acepta fotos'],
];

/** Written after the threshold was chosen, so that it is not measured on what it was made of. */
export const laterPairs: Flags = [
  ['The badge reader at the north gate rejects new cards', 'New badges do not work at the north gate reader'],
  [
    'Order confirmations are sent in English to French customers',
    'French customers receive their order confirmation in English',
  ],
  ['The invoice PDF has no VAT number', 'VAT number missing on invoice PDF'],
  ['We run out of toner every second week', 'Toner is out again'],
  ['Meeting rooms are booked but empty', 'Rooms get booked and then nobody shows up'],
  ['The VPN drops every hour', 'VPN disconnects every hour'],
  ['Interns do not get access to the wiki', 'Interns have no wiki access'],
  ['Customer addresses are cut off on shipping labels', 'Shipping labels cut off the customer address'],
  ['The payroll cut-off date is announced too late', 'Payroll cutoff is told to us far too late'],
  ['The sink in the staff kitchen is blocked', 'Staff kitchen sink blocked again'],
  ['Die Schichtpläne werden zu spät ausgehängt', 'Schichtplan hängt immer zu spät aus'],
  ['Test accounts expire before the release test', 'Our test accounts expired right before release testing'],
  ['The pharmacy order form times out', 'Pharmacy order form: timeout when sending'],
  ['Homework platform is down on Sunday evenings', 'On Sunday evening the homework platform is always down'],
  ['Price list on the intranet is outdated', 'The intranet still has the old price list'],
  ['Search results are empty when I type an umlaut', 'Typing an umlaut gives no search results'],
];

/** Short ones too, and such as differ in a single word: no comparison of words can tell the hardest of them apart. */
export const laterOthers: Flags = [
  ['The printer is slow', 'The printer is loud'],
  ['The wifi is down', 'The wifi is slow'],
  ['Lift broken', 'Door broken'],
  ['The coffee grinder is broken', 'The bread slicer is broken'],
  ['Printer broken', 'Printer toner'],
  ['The badge reader at the east gate has no light', 'The barrier at the east gate opens too slowly'],
  ['Order confirmations carry the wrong delivery date', 'Order confirmations have no phone number'],
  ['The VPN token expires without a warning', 'The VPN client is not available for Linux'],
  ['Room 12 is too cold', 'Room 14 is too cold'],
  ['No light in the car park', 'No lights on the bike rack in the car park'],
  ['Customers cannot change their address', 'Customers cannot cancel their order'],
  ['The export takes an hour', 'The import takes a day'],
  ['Nobody knows who approves holidays', 'Nobody knows who orders pens'],
  ['We have no process for returns', 'We have no process for complaints'],
  ['It takes too long to get a contract signed', 'It takes too long to get a new phone'],
  ['The form for sick leave is only on paper', 'The form for travel is only in German'],
  ['Can’t open the door to the archive', 'Can’t open the file in the archive'],
  ['The scanner in aisle seven is broken', 'The scanner in aisle three is broken'],
  ['The coffee machine in the canteen is broken', 'The washing machine in the canteen is broken'],
  ['The north gate is locked at night', 'The south gate is locked at night'],
  ['Expense reports over 500 euros are refused', 'Expense reports over 50 euros are refused'],
];
