import { expect, it } from 'vitest';

import { longestLearning, longestOf } from '../../src/features/amend/form.ts';
import { longestComment } from '../../src/features/confirm/confirm.ts';
import { longestHelped } from '../../src/features/help-now/help-now.ts';
import { longestInquiry } from '../../src/features/inquire/forms.ts';
import { longestBecause } from '../../src/features/not-doing/not-doing.ts';
import { longestChanged, longestLearning as longestLine } from '../../src/features/resolve/resolve.ts';
import { longestUpdate } from '../../src/features/update/update.ts';

it('what is edited may be as long as where it was written first', () => {
  expect(longestOf).toEqual({
    updated: longestUpdate,
    inquired: longestInquiry,
    informed: longestInquiry,
    resolved: longestChanged,
    commented: longestComment,
    helped: longestHelped,
    declined: longestBecause,
    upheld: longestBecause,
  });
  expect(longestLearning).toBe(longestLine);
});
