import { useState } from 'preact/hooks';

import { Question } from './dialog.tsx';
import { useHere } from './here.ts';

/** How to begin anew, with nothing or with three weeks filled in. Each asks first. */
export function Anew() {
  const { sight, ask } = useHere();
  const [asking, setAsking] = useState<'startOver' | 'seed' | null>(null);
  if (!sight.canStartOver) return null;
  const answer = (isYes: boolean) => {
    setAsking(null);
    if (isYes && asking !== null) void ask({ act: asking });
  };
  const { isSeeding } = sight;
  return (
    <div class="anew">
      <span role="status">{isSeeding && 'Three weeks are being filled in.'}</span>
      {/* While it is under way there is nothing to ask first: the answer is that it is. */}
      <button
        type="button"
        class="quiet-button"
        onClick={() => (isSeeding ? void ask({ act: 'seed' }) : setAsking('seed'))}
      >
        Seed
      </button>
      <button
        type="button"
        class="quiet-button"
        onClick={() => (isSeeding ? void ask({ act: 'startOver' }) : setAsking('startOver'))}
      >
        Start over
      </button>
      {asking === 'seed' && (
        <Question title="Seed?" yes="Seed" no="Keep it" isDanger answer={answer}>
          This clears what is here and fills in three weeks of Flagpost.
        </Question>
      )}
      {asking === 'startOver' && (
        <Question title="Start over?" yes="Start over" no="Keep it" isDanger answer={answer}>
          Everything said, flagged and solved in this playground is deleted. The four people stay.
        </Question>
      )}
    </div>
  );
}
