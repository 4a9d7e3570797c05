import { fromList, locatorField } from '../../../shared/fields/locator';
import { listField } from '../../../shared/fields/plain';
import { mappedField } from '../../../shared/operation/field';
import { outputOf } from '../../../shared/operation/output';
import { searchKnowledge } from '../ailyPickers';
import { checkId } from '../ids';

export const WRITE_KNOWLEDGE = ['aily:data_asset:write'];
/** Aily lets knowledge be changed only where an assistant is made. Source: …/data-knowledge-management/create */
export const WHERE_MADE = { tenant_type: 'dev' };

export const asset = mappedField(
	locatorField({
		displayName: 'Knowledge',
		name: 'knowledge',
		description: 'One piece of what the assistant knows',
		modes: [
			fromList('searchKnowledge', 'Choose a piece of knowledge…'),
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. asset_aadg2b5os5wjg' },
		],
		searches: { searchKnowledge },
	}),
	({ value }, label) => checkId('asset', value, label),
);

export const assets = mappedField(
	listField({
		displayName: 'Knowledge IDs',
		name: 'dataAssetIds',
		placeholder: 'e.g. asset_aadg2b5os5wjg',
		description: 'Only these, separated by commas',
	}),
	(ids, label) => ids.map((id) => checkId('asset', id, label)),
);
export const tags = mappedField(
	listField({
		displayName: 'Tag IDs',
		name: 'dataAssetTagIds',
		placeholder: 'e.g. spring_5862e4fea8__c__asset_tag_aadg2b5ql4gbs',
		description: 'Only what has one of these tags, separated by commas; Get Tags lists them',
	}),
	(ids, label) => ids.map((id) => checkId('tag', id, label)),
);

export const KNOWLEDGE = outputOf({
	data_asset_id: 'string',
	'label?': 'string',
	'label_languages?': { '*': 'string' },
	'description?': 'string',
	'description_languages?': { '*': 'string' },
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
