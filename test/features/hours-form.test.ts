import { describe, expect, it } from 'vitest';

import { fields, readHoursForm } from '../../src/features/hours/form.ts';

const night = {
  [fields.reach]: 'own',
  [fields.days]: '0,1,6',
  [fields.from]: `t${22 * 60}`,
  [fields.to]: `t${6 * 60}`,
  [fields.away]: null,
  [fields.most]: '3',
};

const read = (changes: Readonly<Record<string, string | null>>) =>
  readHoursForm({ id: 'V1', privateMetadata: '["0,1,6","t1320","t360"]', values: { ...night, ...changes } });

const shift = [{ from: 22 * 60, to: 30 * 60 }];

describe('the form', () => {
  it('a shift that ends before it begins ends the next day', () => {
    expect(read({})).toEqual({
      week: [shift, shift, [], [], [], [], shift],
      isOnlyOnHome: false,
      awayUntil: null,
      nudgesADay: 3,
    });
  });

  it('midnight is the end of the day', () => {
    const late = [{ from: 960, to: 1440 }];
    expect(read({ [fields.from]: 't960', [fields.to]: 't0', [fields.days]: '2' })).toMatchObject({
      week: [[], [], late, [], [], [], []],
    });
  });

  it('hours that were changed are not left aside unsaid: office hours would be others', () => {
    const changed = read({ [fields.reach]: 'office', [fields.to]: 't420' });
    expect('errors' in changed && Object.keys(changed.errors)).toEqual([fields.reach]);
  });

  it('office hours, and only on Home, leave what is below aside', () => {
    const nothing = { [fields.days]: '', [fields.from]: null };
    expect(read({ [fields.reach]: 'office' })).toMatchObject({ week: null, isOnlyOnHome: false });
    expect(read({ ...nothing, [fields.reach]: 'home', [fields.away]: '2026-12-24' })).toMatchObject({
      week: null,
      isOnlyOnHome: true,
      awayUntil: '2026-12-24',
    });
  });

  it.each([
    [fields.reach, 'nonsense'],
    [fields.days, ''],
    [fields.from, 't17'],
    [fields.to, `t${22 * 60}`],
    [fields.away, '2026-02-31'],
    [fields.most, '0'],
    [fields.most, '11'],
  ])('says under %s what is wrong with %j', (field, value) => {
    const found = read({ [field]: value });
    expect('errors' in found && Object.keys(found.errors)).toEqual([field]);
  });
});
