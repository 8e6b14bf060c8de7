import { lazily } from '../lazily.ts';

/** Programs, devices and records that are called as people are: the mail client forgets, and nobody has. By the word before. */
const kinds: Readonly<Record<string, string>> = {
  accounts:
    'service user bank email mail admin test guest customer shared system savings current dormant old machine root',
  agent:
    'build monitoring backup sync update user log test transfer patch deployment scanning ai software virtual mail',
  agents: 'build monitoring backup sync log test ai software virtual',
  assistant: 'voice virtual digital ai smart chat setup writing scheduling',
  board:
    'planning notice message display departure circuit white key dash job kanban score status chopping ironing duty sand',
  broker: 'message event data mqtt',
  builder: 'page form query report site email website workflow',
  cleaner: 'vacuum disk steam cache drain glass lens registry pressure robot',
  client:
    'mail email e-mail web vpn chat test http api ftp ssh database sync desktop mobile thin git torrent dns',
  clients: 'mail email e-mail web vpn chat http api desktop mobile thin',
  driver:
    'printer print graphics usb device audio video network disk display storage database kernel scanner webcam touchpad',
  drivers: 'printer print graphics usb device audio video network disk display storage',
  editor: 'text image photo code video form visual template rich-text pdf',
  finder: 'fault path fact range vein stud',
  guard: 'machine blade saw chain wheel mud fire spark kerb hand mouth splash light finger crash bed',
  guards: 'machine blade saw mud fire wheel',
  holder: 'card place badge ticket-roll cup paper toilet-roll lamp bottle knife phone',
  host: 'virtual remote web database jump docker target guest',
  hosts: 'virtual remote web database target',
  maker: 'label coffee ice tea bread list',
  manager:
    'task password package window file device session memory download queue secret font boot partition display certificate cookie extension context connection transaction volume cluster update',
  member: 'cross structural roof frame truss',
  operator: 'kubernetes boolean ternary logical search sql comparison',
  partner: 'sync replication peering',
  planner: 'route journey week wall day year shift menu meal event query trip desk',
  planning: 'capacity demand succession resource test sprint route meal lesson',
  reader: 'card screen meter feed tag badge barcode',
  rider: 'policy contract insurance',
  runner: 'ci job test build script task pipeline table stair drawer action',
  runners: 'ci job test build script task pipeline',
  tester: 'voltage socket cable continuity battery water ph pressure lamp soil',
  user: 'database root test default system technical admin backup bot api local',
  users: 'database root default system technical bot api',
  worker: 'queue service background web celery job node build cloud lambda',
  workers: 'queue service background web celery job node build',
  writer: 'report log file disk dvd label cache',
};

export const namedLikePeople: ReadonlySet<string> = lazily(() =>
  Object.entries(kinds).flatMap(([called, before]) => before.split(' ').map((it) => `${it}_${called}`)),
);
