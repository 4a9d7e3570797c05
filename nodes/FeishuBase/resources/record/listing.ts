import type { BaseField } from '../../../../feishu/base/baseField';
import { fieldNamed } from '../../../../feishu/base/fieldNamed';
import type { Asking } from '../../../shared/client/asking';
import type { TablePath } from '../../../shared/base/contents';
import { recordsOf, type Search } from '../../../shared/base/searching';
import { optionalViewField } from '../../../shared/base/view';
import { MEDIA_DOWNLOAD } from '../../../shared/drive/mediaDownload';
import { collectionField, rowsField } from '../../../shared/fields/nested';
import { choiceField, flagField } from '../../../shared/fields/plain';
import type { OperationContext, OperationOutput } from '../../../shared/operation/operation';
import { tell } from '../../../shared/operation/tell';
import type { ValueOf } from '../../../shared/operation/field';
import { attachmentFields, downloadOption, inOneItem, withFiles } from './attachments';
import { fieldChoice, fieldChoices } from './fieldChoice';
import { recordItem } from './output';
import { automaticFieldsOption } from './readOptions';

/** What listing may call besides the search. */
export const LIST_CALLS = [MEDIA_DOWNLOAD];

export const viewOption = optionalViewField({
	description: 'Only the records of this view, in its order. Feishu leaves it aside where there is a filter or a sort.',
});

const onlyFields = fieldChoices({
	displayName: 'Field Names or IDs',
	name: 'fields',
	description:
		'Only these; all of the table where none is chosen. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

const sortBy = fieldChoice({
	displayName: 'Field Name or ID',
	name: 'field',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

const direction = choiceField({
	displayName: 'Direction',
	name: 'direction',
	options: [
		{ name: 'Ascending', value: 'asc' },
		{ name: 'Descending', value: 'desc' },
	],
	default: 'asc',
	description: 'Whether the smallest or the largest comes first',
});

const sort = rowsField(
	{
		displayName: 'Sort',
		name: 'sort',
		placeholder: 'Add Field',
		groupKey: 'by',
		groupName: 'By',
		alike: true,
		description: 'In which order records come',
	},
	[sortBy, direction],
);

const listAll = flagField({
	displayName: 'Give One Item With All Records',
	name: 'oneItem',
	default: false,
	description: 'Whether all records come in one item, under records',
});

/** What operations offer that list records. */
export const LIST_OPTIONS = [automaticFieldsOption, downloadOption, onlyFields, sort, listAll] as const;

export const listOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	...LIST_OPTIONS,
]);

type Options = ValueOf<typeof listOptions>;

export interface Listing {
	search: Search;
	/** The fields that are shown, in the table's order. */
	shown: readonly BaseField[];
	/** Those whose files are downloaded. */
	files: readonly BaseField[];
	oneItem: boolean;
}

/** @throws InputError where an option names a field that the table does not have */
export function listingOf(options: Options, fields: readonly BaseField[]): Listing {
	const only = (options.fields ?? []).map((name) => fieldNamed(onlyFields.label, name, fields));
	const files = attachmentFields(options.download ?? [], fields);
	const order = (options.sort ?? []).map(({ read }) => ({
		field_name: fieldNamed(sortBy.label, read(sortBy), fields).field_name,
		desc: read(direction) === 'desc',
	}));
	const shown = only.length === 0 ? fields : only;
	return {
		search: {
			...(only.length > 0 && { field_names: [...new Set([...only, ...files].map(({ field_name }) => field_name))] }),
			...(order.length > 0 && { sort: order }),
			...(options.automaticFields && { automatic_fields: true }),
		},
		shown,
		files,
		oneItem: options.oneItem ?? false,
	};
}

/** The largest page. Source: …/bitable-v1/app-table-record/search */
const PAGE = 500;

/** What a search is to give. */
export interface Wish {
	limit: number;
	simple: boolean;
	/** What the platform did not look at; all fit without it. */
	fits?(cells: Readonly<Record<string, unknown>>): boolean;
}

/** The records that fit, as items. A page is no larger than what is still wanted. */
export async function listRecords(
	{ feishu, context }: Asking & Pick<OperationContext, 'context'>,
	path: TablePath,
	{ search, shown, files, oneItem }: Listing,
	{ limit, simple, fits }: Wish,
): Promise<OperationOutput> {
	if (search.view_id !== undefined && (search.filter !== undefined || search.sort !== undefined))
		tell(context, [
			'Feishu leaves the view aside where there is a filter or a sort: all records of the table are looked at',
		]);
	// Pages stay of one size, and where only some of a page may fit, it is as large as can be.
	const size = fits ? PAGE : Math.min(PAGE, limit);
	const items: Array<Awaited<ReturnType<typeof withFiles>>> = [];
	for await (const record of recordsOf(feishu, path, search, { size })) {
		if (fits?.(record.fields) === false) continue;
		items.push(await withFiles(feishu, path, record, files, recordItem(record, simple ? shown : undefined)));
		if (items.length >= limit) break;
	}
	return oneItem ? inOneItem(items) : items;
}
