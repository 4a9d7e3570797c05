import { isObject, type JsonObject } from '../../json';

/** Components of cards 1.0 that call back when they carry a value. @see https://open.feishu.cn/document/feishu-cards/card-json-v1-components */
const OLDER = new Set([
	'button',
	'overflow',
	'select_static',
	'select_person',
	'multi_select_static',
	'multi_select_person',
	'date_picker',
	'picker_time',
	'picker_datetime',
	'checker',
]);

/** Whether something in a card wants to be told of clicks: a callback, or a form, which is sent to the app. */
export function wantsClicks(part: unknown): boolean {
	if (Array.isArray(part)) return part.some(wantsClicks);
	return isObject(part) && (isCallback(part) || Object.values(part).some(wantsClicks));
}

function isCallback({ tag, value, behaviors }: JsonObject): boolean {
	if (Array.isArray(behaviors) && behaviors.some((one) => isObject(one) && one.type === 'callback')) return true;
	return tag === 'form' || (typeof tag === 'string' && OLDER.has(tag) && isObject(value));
}
