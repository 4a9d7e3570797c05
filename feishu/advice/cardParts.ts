import type { CallFailure } from '../api/envelope';
import { say, setup, type Advice, type AdviceRows, type Sense } from './words';

const build = (hint: string): Advice => say('Feishu could not build the card', hint);
const allow = (hint: string): Advice => setup('Feishu could not build the card', hint);

/**
 * What is wrong within a card: the card service's own codes, which stand in the words of others
 * ("ErrCode: 200570; ErrMsg: …").
 * @see https://open.feishu.cn/document/server-docs/im-v1/message/create
 */
export const CARD_PARTS: AdviceRows = [
	[
		100290,
		build('It mentions or shows a person whom the app does not know: check the IDs; an open_id belongs to one app'),
	],
	[
		200380,
		allow('There is no such template, or it was never published: publish it in the card builder, and check its ID'),
	],
	[
		200381,
		allow("The app may not use the template: add it in the card builder, under the app icon in the template's editor"),
	],
	[200550, build('A chart has a specification that is not right: see the place and the reason below')],
	[200570, build('It shows an image that Feishu does not know: upload it with this app, and use its image key')],
	[200621, build('It is no card JSON: a value has another form than it should have; see the place below')],
	[200732, build('A variable of the template got a value of another type: see its name and both types below')],
	[200737, build('A variable of the template got a value of another format: see its name and both formats below')],
	[200861, build('It has something that version 2.0 no longer has: see its tag below')],
	[
		200914,
		build(
			'A row of a table has a value that does not go with its column: see where below; rows and columns count from 0',
		),
	],
	[
		200915,
		build('A row of a table has a value for a column that there is not: each name of a row must stand in columns'),
	],
	[300220, build('A card with audio can not be forwarded, and must say so: "config": {"enable_forward": false}')],
	[300230, build('Two audios of the card have the same audio_id: IDs must differ')],
	[300240, allow('The app does not know its audio: upload it with the app that sends the card, as opus')],
];

/** @see https://open.feishu.cn/document/server-docs/im-v1/message/create */
const CARD_SENSES: readonly Sense[] = [
	[
		11310,
		/template is not visible/i,
		allow("Its owner is outside the app's availability: widen that in the app's version, or make the card anew"),
	],
	[11310, /element exceeds the limit/i, build('It has more than 200 elements; texts, columns and buttons count each')],
	[11310, /table number/i, build('It has more tables than a card takes: 5, in Markdown and by themselves')],
	[
		11310,
		/lock/i,
		say(
			'The card is locked by a click',
			'It can be changed once the callback has been answered, which takes 3 seconds at most; wait before the update',
		),
	],
	[11310, /card_?id invalid|cardid/i, build('Its card_id is not right: pass it on as text, as it came out of Start')],
];

const parts = new Map(CARD_PARTS);

/** Words for a code of the card service: the failure's own, or the one that stands within its words. */
export function cardPartAdvice({ code, msg }: Pick<CallFailure, 'code' | 'msg'>): Advice | undefined {
	const part = Number(/ErrCode:\s*(\d+)/.exec(msg)?.[1] ?? code);
	return CARD_SENSES.find(([one, words]) => one === part && words.test(msg))?.[2] ?? parts.get(part);
}
