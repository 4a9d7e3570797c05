import { checkId } from '../../../../feishu/ids';
import type { Field } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';

/** Scopes of which one suffices for everything about batch messages. */
export const BATCH_SCOPES = ['im:message:send_multi_users', 'im:message:send_multi_depts'] as const;

/** A message that was sent to many at once. Read with `batchMessageId`. */
export function batchMessageField(): Field {
	return {
		displayName: 'Batch Message ID',
		name: 'batchMessageId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. bm-dc13264520392913993dd051dba21dcf',
		description: 'Comes out of sending a batch message as message_id',
	};
}

/** @throws InputError when it is empty or an ID of another form */
export function batchMessageId(param: Params): string {
	return checkId('batchMessage', param.text('batchMessageId'), param.label('batchMessageId'));
}
