import type { Block } from './block-kit/blocks.ts';
import { controlsIn } from './block-kit/controls.ts';
import { optionsOf } from './block-kit/elements.ts';
import type { Control } from './block-kit/elements.ts';
import type { Entries, Entry } from './world.ts';

/** What a control holds before anybody touched it. */
function initialEntry(control: Control): Entry {
  switch (control.type) {
    case 'plain_text_input':
      return control.initial_value ?? null;
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return control.initial_option?.value ?? null;
    case 'checkboxes':
      return control.initial_options?.map((option) => option.value) ?? [];
    case 'users_select':
      return control.initial_user ?? null;
    case 'conversations_select':
      return control.initial_conversation ?? null;
    case 'channels_select':
      return control.initial_channel ?? null;
    case 'datepicker':
      return control.initial_date ?? null;
    case 'button':
    case 'overflow':
      return null;
  }
}

export function entryOf(control: Control, blockId: string, entries: Entries): Entry {
  const own = entries[blockId]?.[control.action_id ?? ''];
  return own === undefined ? initialEntry(control) : own;
}

/** The one key of Slack's state (and of an action) that carries this control's entry. */
export function stateValue(control: Control, entry: Entry): Record<string, unknown> {
  const one = typeof entry === 'string' && entry !== '' ? entry : null;
  switch (control.type) {
    case 'plain_text_input':
      return { value: one };
    case 'overflow':
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: optionsOf(control).find((option) => option.value === one) ?? null };
    case 'external_select':
      return {
        selected_option:
          one === null ? null : { text: { type: 'plain_text', text: one, emoji: true }, value: one },
      };
    case 'checkboxes':
      return { selected_options: control.options.filter((option) => entry?.includes(option.value)) };
    case 'users_select':
      return { selected_user: one };
    case 'conversations_select':
      return { selected_conversation: one };
    case 'channels_select':
      return { selected_channel: one };
    case 'datepicker':
      return { selected_date: one };
    case 'button':
      return control.value === undefined ? {} : { value: control.value };
  }
}

/** `state.values` as interactions carry them: every control that can hold something. */
export function stateValues(blocks: Block[], entries: Entries): Record<string, Record<string, unknown>> {
  const values: Record<string, Record<string, unknown>> = {};
  for (const { blockId, actionId, control } of controlsIn(blocks)) {
    if (control.type === 'button' || control.type === 'overflow') continue;
    const entry = entryOf(control, blockId, entries);
    (values[blockId] ??= {})[actionId] = { type: control.type, ...stateValue(control, entry) };
  }
  return values;
}

/** Why Slack's own client would not submit this form, by block id. */
export function missingFields(blocks: Block[], entries: Entries): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { blockId, control, input } of controlsIn(blocks)) {
    if (!input) continue;
    const entry = entryOf(control, blockId, entries);
    if (!entry?.length) {
      if (!input.optional) errors[blockId] = 'Please complete this required field.';
    } else if (control.type === 'plain_text_input') {
      if (entry.length < (control.min_length ?? 0))
        errors[blockId] = `Enter at least ${control.min_length} characters.`;
      if (entry.length > (control.max_length ?? 3000))
        errors[blockId] = `Enter no more than ${control.max_length ?? 3000} characters.`;
    }
  }
  return errors;
}
