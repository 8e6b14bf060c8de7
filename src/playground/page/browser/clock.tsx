import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { DAY_MS, fieldOf, placeNameOf, shortMomentOf } from './dates.ts';
import { Dialog } from './dialog.tsx';
import { useHere } from './here.ts';
import { ClockIcon, DownIcon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { useNow } from './now.ts';

/** The workspace's time, and how to move it on. */
export function Clock({ choose }: { choose: () => void }) {
  const { sight, ask } = useHere();
  const now = useNow();
  const { clock } = sight;
  useArrival();
  if (clock === null || sight.isSeeding) return null;
  const { zone, isMoving } = clock;
  const time = `${shortMomentOf(now, zone)} ${placeNameOf(zone)}`;
  const items = [
    { label: '+1 hour', pick: () => void ask({ act: 'time', to: 'hour' }) },
    { label: 'Next morning', pick: () => void ask({ act: 'time', to: 'morning' }) },
    { label: 'Next Monday 9:00', pick: () => void ask({ act: 'time', to: 'monday' }) },
    { label: 'A date and time…', pick: choose },
  ];
  return (
    <div class="clock">
      <Menu label={`${time}. Move the clock`} look="clock-button" items={items} isBusy={isMoving}>
        <ClockIcon />
        <span class="clock-time">{time}</span>
        <DownIcon />
      </Menu>
      <p role="status">{isMoving && 'Time is moving.'}</p>
    </div>
  );
}

/** Says what time it is when the clock has come to rest. */
function useArrival(): void {
  const { sight, say, nowMs } = useHere();
  const { zone = 'UTC', isMoving = false } = sight.clock ?? {};
  const wasMoving = useRef(isMoving);
  useEffect(() => {
    if (wasMoving.current && !isMoving)
      say(`It is now ${shortMomentOf(nowMs(), zone)} (${placeNameOf(zone)}).`);
    wasMoving.current = isMoving;
  }, [isMoving]);
}

/** Asks for the moment to move to. */
export function ChooseMoment({ leave }: { leave: () => void }) {
  const { sight, ask, nowMs } = useHere();
  const id = useId();
  const { zone = 'UTC' } = sight.clock ?? {};
  const [day] = fieldOf(nowMs() + DAY_MS, zone).split('T');
  const [at, setAt] = useState(`${day}T09:00`);
  return (
    <Dialog title="Move the clock" look="question" leave={leave}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          leave();
          void ask({ act: 'time', to: { at } });
        }}
      >
        <div class="body">
          <label for={id}>Date and time in {placeNameOf(zone)}</label>
          <input
            id={id}
            type="datetime-local"
            class="field short"
            required
            min={fieldOf(nowMs(), zone)}
            value={at}
            onInput={({ currentTarget }) => setAt(currentTarget.value)}
          />
        </div>
        <footer>
          <button type="button" class="button" onClick={leave}>
            Stay here
          </button>
          <button type="submit" class="button primary">
            Go there
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
