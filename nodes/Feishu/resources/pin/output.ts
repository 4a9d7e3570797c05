import type { IDataObject } from 'n8n-workflow';

import { outputOf } from '../../../shared/operation/output';
import { isoTime } from '../message/output';

export const pinOutput = outputOf({
	message_id: 'string',
	chat_id: 'string',
	operator_id: 'string',
	operator_id_type: 'string',
	create_time: 'string',
});

/** The raw pin, or the same with a readable time. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/pin/list */
export function pinItem(pin: IDataObject, simple: boolean): IDataObject {
	return simple ? pinOutput.simplify({ ...pin, create_time: isoTime(pin.create_time) }) : pin;
}
