import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Page } from 'playwright-core';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe finds serious on what is to be seen now, and a heading that leaves out a level. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate<Violation[]>('axe.run().then(({ violations }) => violations)');
  const isGrave = ({ id, impact }: Violation): boolean =>
    id === 'heading-order' || ['serious', 'critical'].includes(impact);
  const grave = violations.filter(isGrave);
  return grave.flatMap(({ id, nodes }) => nodes.map((it) => `${id}: ${it.html} ${it.failureSummary}`));
}

const WIDE = 'html, main, .talk, .composer, .switch, dialog, dialog .body';

/** What would have to be scrolled to the side. */
export async function tooWide(page: Page): Promise<string[]> {
  return await page.evaluate<string[]>(
    `[...document.querySelectorAll('${WIDE}')].filter((it) => it.scrollWidth > it.clientWidth + 1).map((it) => it.className || it.tagName)`,
  );
}

/** As it is, and on a phone: what axe finds, and what is too wide. The window is as it was afterwards. */
export async function faultsOnBoth(page: Page): Promise<string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 720 };
  const found = await faultsOf(page);
  await page.setViewportSize({ width: 390, height: 844 });
  found.push(...(await faultsOf(page)), ...(await tooWide(page)).map((it) => `too wide for a phone: ${it}`));
  await page.setViewportSize(before);
  return found;
}
