import { checkId } from '../../../../feishu/ids';
import { textField } from '../../../shared/fields/plain';
import { mappedField } from '../../../shared/operation/field';

/** Scopes of which one suffices for everything about batch messages. */
export const BATCH_SCOPES = ['im:message:send_multi_users', 'im:message:send_multi_depts'] as const;

/** The ID of a message that was sent to many at once. @throws InputError when it is an ID of another form */
export const batchMessage = mappedField(
	textField({
		displayName: 'Batch Message ID',
		name: 'batchMessageId',
		required: true,
		placeholder: 'e.g. bm-dc13264520392913993dd051dba21dcf',
		description: 'Comes out of Send as batch_message_id',
	}),
	(id, label) => checkId('batchMessage', id, label),
);
