import type { CallFailure } from '../api/envelope';
import { say, setup, type Advice, type AdviceRows, type Sense } from './words';

/** The reason stands in the headline: it is what there is to mend. */
const headline = (reason: string) => `Feishu could not build the card: ${reason}`;
const build = (reason: string, hint: string): Advice => say(headline(reason), hint);
const allow = (reason: string, hint: string): Advice => setup(headline(reason), hint);

/**
 * What is wrong within a card: the card service's own codes, which stand in the words of others
 * ("ErrCode: 200570; ErrMsg: …").
 * @see https://open.feishu.cn/document/server-docs/im-v1/message/create
 */
export const CARD_PARTS: AdviceRows = [
	[
		100290,
		build('it mentions or shows a person whom the app does not know', 'Check the IDs; an open_id belongs to one app'),
	],
	[
		200380,
		allow('there is no such template, or it was never published', 'Publish it in the card builder, and check its ID'),
	],
	[
		200381,
		allow(
			'the app may not use the template',
			"Add it in the card builder, under the app icon in the template's editor",
		),
	],
	[200550, build('a chart has a specification that is not right', 'See the place and the reason below')],
	[200570, build('it shows an image that Feishu does not know', 'Upload it with this app, and use its image key')],
	[200621, build('it is no card JSON', 'A value has another form than it should have; see the place below')],
	[200732, build('a variable of the template got a value of another type', 'See its name and both types below')],
	[200737, build('a variable of the template got a value of another format', 'See its name and both formats below')],
	[200861, build('it has something that version 2.0 no longer has', 'See its tag below')],
	[
		200914,
		build(
			'a row of a table has a value that does not go with its column',
			'See where below; rows and columns count from 0',
		),
	],
	[
		200915,
		build('a row of a table has a value for a column that there is not', 'Each name of a row must stand in columns'),
	],
	[300220, build('a card with audio can not be forwarded, and must say so', 'Set "config": {"enable_forward": false}')],
	[300230, build('two audios of the card have the same audio_id', 'IDs must differ')],
	[300240, allow('the app does not know its audio', 'Upload it with the app that sends the card, as opus')],
];

/** @see https://open.feishu.cn/document/server-docs/im-v1/message/create */
const CARD_SENSES: readonly Sense[] = [
	[
		11310,
		/template is not visible/i,
		allow(
			"the owner of the template is outside the app's availability",
			"Widen that in the app's version, or make the card anew",
		),
	],
	[
		11310,
		/element exceeds the limit/i,
		build('it has more than 200 elements', 'Texts, columns and buttons count each'),
	],
	[11310, /table number/i, build('it has more tables than a card takes', '5, in Markdown and by themselves')],
	[
		11310,
		/lock/i,
		say(
			'The card is locked by a click',
			'It can be changed once the callback has been answered, which takes 3 seconds at most; wait before the update',
		),
	],
	[11310, /card_?id invalid|cardid/i, build('its card_id is not right', 'Pass it on as text, as it came out of Start')],
];

const parts = new Map(CARD_PARTS);

/** Words for a code of the card service: the failure's own, or the one that stands within its words. */
export function cardPartAdvice({ code, msg }: Pick<CallFailure, 'code' | 'msg'>): Advice | undefined {
	const part = Number(/ErrCode:\s*(\d+)/.exec(msg)?.[1] ?? code);
	return CARD_SENSES.find(([one, words]) => one === part && words.test(msg))?.[2] ?? parts.get(part);
}
