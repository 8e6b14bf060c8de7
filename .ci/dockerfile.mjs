// Does what a Dockerfile says, without Docker: each stage is a folder that is bound to the one place where all of them
// work, and what `USER` says is done as that user. Of the base image it needs nothing but Node. For root, in a mount
// namespace of its own, in which that place is there. What it doesn't know it refuses, so that it never seems to have tried a line.
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, matchesGlob } from 'node:path';

/** Builds below `folder`; resolves to how the last stage is started, and leaves it bound to its place. */
export function build(folder, file = 'Dockerfile') {
  let stage = null;
  let home = null;
  const stages = new Map();
  const does = {
    FROM: (words) => {
      const [, , name = `stage-${stages.size}`] = words.split(/\s+/);
      stage = { folder: join(folder, name), env: {}, user: 0, cmd: [], healthcheck: [] };
      mkdirSync(stage.folder, { recursive: true });
      stages.set(name, stage);
    },
    WORKDIR: (words) => {
      if (home !== null && home !== words) throw new Error('all stages work in one place here');
      if (home !== null) execFileSync('umount', [home]);
      home = words;
      execFileSync('mount', ['--bind', stage.folder, home]);
    },
    ENV: (words) => {
      for (const [, name, value] of words.matchAll(/(\w+)=(\S+)/g)) stage.env[name] = value;
    },
    COPY: (words) => {
      const [from, ...rest] = words.startsWith('--from=') ? words.split(/\s+/) : ['', ...words.split(/\s+/)];
      const to = rest.pop();
      if (from === '') for (const source of rest) copyFromContext(source, join(home, to), rest.length > 1);
      else for (const source of rest) copyFromStage(stages.get(from.slice(7)), source, join(home, to));
    },
    RUN: (words) => run(stage, home, ['sh', '-c', words]),
    USER: (words) => {
      if (!/^\d+$/.test(words)) throw new Error(`who is ${words}?`);
      stage.user = Number(words);
    },
    EXPOSE: () => undefined,
    HEALTHCHECK: (words) => (stage.healthcheck = JSON.parse(words.slice(words.indexOf('CMD') + 3))),
    CMD: (words) => (stage.cmd = JSON.parse(words)),
  };
  const copyFromStage = (other, source, to) => {
    if (!source.startsWith(`${home}`)) throw new Error(`${source} is of the base image`);
    cpSync(join(other.folder, source.slice(home.length)), to, { recursive: true, verbatimSymlinks: true });
  };
  for (const [instruction, words] of instructionsOf(file)) {
    if (does[instruction] === undefined) throw new Error(`${instruction} is not known here`);
    process.stdout.write(`   ${instruction} ${words}\n`);
    does[instruction](words);
  }
  return { ...stage, home };
}

/** One a line; a line that ends with `\` goes on in the next. */
function instructionsOf(file) {
  const lines = readFileSync(file, 'utf8')
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n');
  return lines.filter(Boolean).map((line) => /^(\w+)\s+(.*)$/.exec(line).slice(1));
}

/** As `ENV` and `USER` have it so far; of the caller's environment only what finds Node, and npm its registry. */
function run({ env, user }, cwd, [program, ...args]) {
  const own = user === 0 ? process.env : { PATH: process.env.PATH };
  execFileSync(program, args, {
    cwd,
    env: { ...own, ...env },
    uid: user,
    gid: user,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

const ignored = readFileSync('.dockerignore', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** The last pattern that fits a path, or a folder above it, decides. */
function isIgnored(path) {
  let is = false;
  for (const line of ignored) {
    const pattern = line.replace(/^!/, '');
    for (let part = path; part !== '.'; part = dirname(part))
      if (matchesGlob(part, pattern)) is = !line.startsWith('!');
  }
  return is;
}

function copyFromContext(source, to, isInto) {
  const isFolder = statSync(source).isDirectory();
  const files = isFolder
    ? globSync('**', { cwd: source, withFileTypes: false }).map((it) => join(source, it))
    : [source];
  const kept = files.filter((it) => statSync(it).isFile() && !isIgnored(it));
  if (kept.length === 0) throw new Error(`.dockerignore leaves nothing of ${source}`);
  for (const file of kept) {
    const target = isFolder
      ? join(to, file.slice(source.length))
      : isInto || to.endsWith('/')
        ? join(to, file)
        : to;
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
}
