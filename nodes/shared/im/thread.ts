import { mappedField, type Field as SelfReading } from '../operation/field';
import { textField, type Words } from '../fields/plain';
import { checkId } from '../../../feishu/ids';
import type { Field } from '../operation/operation';
import type { Params } from '../operation/params';

/** A thread by its ID. Read with `threadId`. */
export function threadFieldOld(overrides: Partial<Field> = {}): Field {
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

/** The ID of a thread. @throws InputError when it is empty or no thread ID */
export function threadField<const N extends string = 'threadId'>(
	words: Partial<Words<N>> = {},
): SelfReading<string, N> {
	const field = textField({
		displayName: 'Thread ID',
		required: true,
		placeholder: 'e.g. omt_1a3b99f9d2cfd982',
		description: 'Comes with every message of the thread as thread_id',
		...words,
		name: (words.name ?? 'threadId') as N,
	});
	return mappedField(field, (value, label) => checkId('thread', value, label));
}
