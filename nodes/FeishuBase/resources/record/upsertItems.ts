import type { BaseField } from '../../../../feishu/base/baseField';
import type { Asking } from '../../../shared/client/asking';
import { GET_RECORDS } from '../../../shared/base/recordsById';
import { MEDIA_UPLOADS } from '../../../shared/drive/mediaUpload';
import { outputOf } from '../../../shared/operation/output';
import type { OperationContext, OperationOutput } from '../../../shared/operation/operation';
import { alone } from '../../../shared/operation/alone';
import { resolvedRows } from './resolvedRows';
import { upsertRows, type UpsertHow } from './upsertRows';
import { CREATE_RECORDS } from './writeRows';
import { writtenItems, type Shown } from './writtenItems';

/** What one item wants to be there. */
export interface Wanted extends Shown {
	/** The fields by which its record is found. */
	by: readonly BaseField[];
	how: UpsertHow;
}

/** What an upsert may call besides the look. */
export const UPSERT_CALLS = [CREATE_RECORDS, GET_RECORDS, ...MEDIA_UPLOADS];

export const UPSERTED = outputOf({ record_action: 'string', record_id: 'string', '*': 'any' });

/** Items that are served together: they have one table, one key and one way. */
export const upsertKey = ({ row, by, how }: Wanted): string =>
	JSON.stringify([row.path, by.map(({ field_id }) => field_id), how]);

/** Serves items of one key: several records of an item are several outputs. */
export async function upsertItems(
	wanted: readonly Wanted[],
	asking: Asking & Pick<OperationContext, 'context'>,
): Promise<ReadonlyArray<OperationOutput | Error>> {
	const [first] = wanted;
	if (!first) return [];
	const { path, fields } = first.row;
	return await alone(JSON.stringify(path), async () => {
		const { rows } = await resolvedRows(
			asking,
			wanted.map(({ row }) => row),
		);
		const done = await upsertRows({ ...asking, path, fields }, rows, first.by, first.how);
		const flat = done.flatMap((records, index) =>
			records.map(({ result, action }) => ({ index, result, shown: { ...(wanted[index] ?? first), action } })),
		);
		const items = await writtenItems(
			asking,
			path,
			flat.map(({ result }) => result),
			// Of what was found nothing but the key has been read.
			flat.map(({ shown }) => ({ ...shown, whole: shown.whole || shown.action === 'found' })),
		);
		const outputs = wanted.map((): Array<Exclude<(typeof items)[number], Error>> => []);
		const failures: Array<Error | undefined> = [];
		items.forEach((item, at) => {
			const index = flat[at]?.index ?? -1;
			if (item instanceof Error) failures[index] ??= item;
			else outputs[index]?.push(item);
		});
		return outputs.map((output, index) => failures[index] ?? output);
	});
}
