import type { ComponentChildren } from 'preact';

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="glyph" viewBox="0 0 20 20" aria-hidden="true">
      {children}
    </svg>
  );
}

export const BackIcon = () => (
  <Icon>
    <path d="M12 4 6 10l6 6" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
export const HashIcon = () => (
  <Icon>
    <path d="M8 3 6 17M14 3l-2 14M3 7.5h14M3 12.5h14" />
  </Icon>
);
export const ReplyIcon = () => (
  <Icon>
    <path d="M4 4.5h12v9H9l-3.5 3v-3H4z" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon>
    <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" stroke-width="2.6" />
  </Icon>
);
export const SendIcon = () => (
  <Icon>
    <path d="M3.5 16.5 17 10 3.5 3.5 5.5 10zM5.5 10H11" />
  </Icon>
);
export const BoltIcon = () => (
  <Icon>
    <path d="m11 2.5-6 9h5l-1 6 6-9h-5z" />
  </Icon>
);
export const EyeIcon = () => (
  <Icon>
    <path d="M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5z" />
    <circle cx="10" cy="10" r="2" />
  </Icon>
);
export const ListIcon = () => (
  <Icon>
    <path d="M3.5 5.5h13M3.5 10h13M3.5 14.5h13" />
  </Icon>
);
export const ClockIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 6v4.2l2.8 1.8" />
  </Icon>
);
export const DownIcon = () => (
  <Icon>
    <path d="m6 8 4 4 4-4" />
  </Icon>
);
export const FlagIcon = () => (
  <Icon>
    <path d="M6 3v14M6 4h9l-2.5 3L15 10H6" />
  </Icon>
);
