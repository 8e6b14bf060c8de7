import { startDouble, type SlackOptions } from './double/slack.ts';
import { control } from './people/control.ts';

/** A Slack with people in it, who do what they are asked to over HTTP. */
export const startSlack = (options: SlackOptions) => startDouble(options, control);
