import { filledField, listField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { outputOf } from '../../../shared/operation/output';
import { ailyId } from '../ids';

export const READ_KNOWLEDGE = ['aily:data_asset:read'];
export const WRITE_KNOWLEDGE = ['aily:data_asset:write'];
/** Aily lets knowledge be changed only where an assistant is made. Source: …/data-knowledge-management/create */
export const WHERE_MADE = { tenant_type: 'dev' };

export const asset = ailyId(
	'asset',
	filledField({
		displayName: 'Knowledge ID',
		name: 'dataAssetId',
		required: true,
		placeholder: 'e.g. asset_aadg2b5os5wjg',
		description: 'Get Many lists those of an assistant',
	}),
);

const ASSET = /^asset_\w+$/;
const TAG = /__asset_tag_\w+$/;

export const assets = mappedField(
	listField({
		displayName: 'Knowledge IDs',
		name: 'dataAssetIds',
		placeholder: 'e.g. asset_aadg2b5os5wjg',
		description: 'Only these, separated by commas',
	}),
	(ids, label) => checked(ids, ASSET, label, 'asset_aadg2b5os5wjg'),
);
export const tags = mappedField(
	listField({
		displayName: 'Tag IDs',
		name: 'dataAssetTagIds',
		placeholder: 'e.g. spring_5862e4fea8__c__asset_tag_aadg2b5ql4gbs',
		description: 'Only what has one of these tags, separated by commas; Get Tags lists them',
	}),
	(ids, label) => checked(ids, TAG, label, 'spring_5862e4fea8__c__asset_tag_aadg2b5ql4gbs'),
);

function checked(ids: string[], form: RegExp, label: string, example: string): string[] {
	const wrong = ids.find((id) => !form.test(id));
	if (wrong === undefined) return ids;
	throw complaint(label, `holds no ID of that kind: ${wrong.slice(0, 40)}`, `Each looks like ${example}`);
}

export const KNOWLEDGE = outputOf({
	data_asset_id: 'string',
	'label?': 'any',
	'description?': 'any',
	'data_source_type?': 'string',
	'connect_status?': 'string',
	'connect_failed_reason?': 'string',
	'connect_type?': 'string',
	'tags?': ['any'],
	'items?': ['any'],
	'created_time?': 'string',
	'updated_time?': 'string',
});
/** How well it is connected, and what it is made of, which the platform tells only when asked. */
export const ALL_OF_IT = { with_connect_status: true, with_data_asset_item: true };
