import { useEffect, useState } from 'preact/hooks';

import type { Control, Entry, Option } from '../../double/blocks.ts';
import { charactersIn } from '../../double/check.ts';
import { useHere } from './here.ts';
import { TextOf } from './text.tsx';

export interface FieldProps {
  readonly control: Control;
  readonly entry: Entry;
  readonly isOptional: boolean;
  readonly enter: (entry: Entry, pressesEnter?: boolean) => void;
  /** Its name, where no `<label>` stands by it. */
  readonly label?: string;
  readonly id?: string;
  readonly describedBy?: string | undefined;
  readonly isWrong?: boolean;
}

/** What a person can type into or choose from. What they do here stays while the rest is drawn anew. */
export function Field(props: FieldProps) {
  const { type } = props.control;
  if (type === 'plain_text_input') return <TextField {...props} />;
  if (type === 'radio_buttons' || type === 'checkboxes') return <Choices {...props} />;
  if (type === 'multi_users_select') return <People {...props} />;
  if (type === 'datepicker') return <Picker {...props} />;
  return <Select {...props} />;
}

/** What was entered here, until the app says otherwise. */
function useEntry<T extends Entry>(entry: T): [T, (entry: T) => void] {
  const [own, setOwn] = useState(entry);
  const theirs = JSON.stringify(entry);
  useEffect(() => setOwn(entry), [theirs]);
  return [own, setOwn];
}

function attributes({ id, label, describedBy, isWrong = false }: FieldProps) {
  return {
    ...(id !== undefined && { id }),
    ...(label !== undefined && { 'aria-label': label }),
    'aria-describedby': describedBy,
    'aria-invalid': isWrong,
  };
}

/** From here on a reader wants to know how much room is left. */
const NEARLY_FULL = 0.5;

function TextField(props: FieldProps) {
  const { control, entry, enter, describedBy, id = '' } = props;
  const [text, setText] = useState(typeof entry === 'string' ? entry : '');
  const most = control.max_length ?? Infinity;
  const length = charactersIn(text);
  const counter = length > most * NEARLY_FULL ? `${id}-count` : undefined;
  const shared = {
    ...attributes({ ...props, describedBy: [describedBy, counter].filter(Boolean).join(' ') || undefined }),
    class: 'field',
    value: text,
    placeholder: control.placeholder?.text,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      setText(currentTarget.value);
      enter(currentTarget.value);
    },
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || !control.dispatch_action_config) return;
    enter(text, true);
  };
  return (
    <>
      {control.multiline ? (
        <textarea rows={4} {...shared} />
      ) : (
        <input type="text" autocomplete="off" onKeyDown={onKeyDown} {...shared} />
      )}
      {counter !== undefined && (
        <span id={counter} class={length > most ? 'counter over' : 'counter'}>
          {length > most ? `${length - most} too many` : `${most - length} left`}
        </span>
      )}
    </>
  );
}

function Picker(props: FieldProps) {
  const [value, setValue] = useEntry(props.entry);
  return (
    <input
      type="date"
      class="field short"
      value={String(value ?? '')}
      onChange={({ currentTarget }) => {
        setValue(currentTarget.value || null);
        props.enter(currentTarget.value || null);
      }}
      {...attributes(props)}
    />
  );
}

function Select(props: FieldProps) {
  const { control, isOptional, enter } = props;
  const [value, setValue] = useEntry(props.entry);
  const options = useOptions(control);
  const none = control.placeholder?.text ?? 'Choose one';
  return (
    <select
      class="field short"
      onChange={({ currentTarget }) => {
        setValue(currentTarget.value || null);
        enter(currentTarget.value || null);
      }}
      {...attributes(props)}
    >
      <option value="" selected={!value} disabled={!isOptional && Boolean(value)}>
        {none}
      </option>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

function useOptions({ type, options = [] }: Control): { value: string; text: string }[] {
  const { sight } = useHere();
  const people = sight.people
    .filter(({ isBot }) => !isBot)
    .map(({ id, name }) => ({ value: id, text: name }));
  const rooms = sight.channels.flatMap(({ id, name, other }) =>
    id === null || other !== null ? [] : [{ value: id, text: `#${name}` }],
  );
  if (type.endsWith('users_select')) return people;
  if (type === 'conversations_select') return rooms;
  return options.map(({ text, value }) => ({ value, text: text.text }));
}

/** Several people are chosen as from a list of checkboxes. */
function People(props: FieldProps) {
  const options = useOptions(props.control).map(({ value, text }): Option => ({
    value,
    text: { type: 'plain_text', text },
  }));
  return <Choices {...props} control={{ ...props.control, options }} />;
}

function Choices(props: FieldProps) {
  const { control, enter, id = control.action_id, label } = props;
  const [value, setValue] = useEntry(props.entry);
  const isMany = control.type !== 'radio_buttons';
  const chosen = [value ?? []].flat();
  const isFull = chosen.length >= (control.max_selected_items ?? Infinity);
  const toggle = ({ value: one }: Option) => {
    const others = chosen.filter((each) => each !== one);
    const next = isMany ? (others.length < chosen.length ? others : [...chosen, one]) : one;
    setValue(next);
    enter(next);
  };
  return (
    <div class="choices" role={isMany ? 'group' : 'radiogroup'} aria-label={label}>
      {control.options?.map((option) => (
        <label key={option.value}>
          <input
            type={isMany ? 'checkbox' : 'radio'}
            name={id}
            checked={chosen.includes(option.value)}
            disabled={isFull && !chosen.includes(option.value)}
            onChange={() => toggle(option)}
            aria-describedby={props.describedBy}
          />
          <span>
            <TextOf of={option.text} />
            {option.description && (
              <small>
                <TextOf of={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
