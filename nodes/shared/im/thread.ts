import { checkId } from '../../../feishu/ids';
import type { Field } from '../operation/operation';
import type { Params } from '../operation/params';

/** A thread by its ID. Read with `threadId`. */
export function threadField(overrides: Partial<Field> = {}): Field {
	return {
		displayName: 'Thread ID',
		name: 'threadId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. omt_1a3b99f9d2cfd982',
		description: 'Comes with every message of the thread as thread_id',
		...overrides,
	};
}

/** @throws InputError when it is empty or no thread ID */
export function threadId(param: Params): string {
	return checkId('thread', param.text('threadId'), param.label('threadId'));
}
