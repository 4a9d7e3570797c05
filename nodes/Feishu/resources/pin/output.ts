import type { IDataObject } from 'n8n-workflow';

import { isoTime } from '../message/output';

/** A pin as the platform gives it. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/pin/list */
export type Pin = IDataObject;

/** The raw pin, or the same with a readable time. */
export function pinOutput(pin: Pin, simple: boolean): IDataObject {
	return simple ? { ...pin, create_time: isoTime(pin.create_time) } : pin;
}
