import { GET_CHILDREN, childrenOf, READ_SCOPES } from '../../../shared/docs/blockCalls';
import { documentField } from '../../../shared/docs/document';
import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { flagField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { BLOCK, blockItem } from './output';

const document = documentField();

const below = textField({
	displayName: 'Below Block',
	name: 'parentBlock',
	placeholder: 'e.g. doxcnSS4ouQkQEouGSUkTg9NJPe',
	description: 'The ID of a block; without it the whole document',
});

const deep = flagField({
	displayName: 'All Levels',
	name: 'allLevels',
	default: true,
	description: 'Whether blocks inside of others come as well',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [deep, below]);

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many blocks',
	description: 'List the blocks of a document in their order',
	endpoint: GET_CHILDREN,
	scopes: READ_SCOPES,
	identity: 'either',
	fields: [document, pagingFields, options],
	output: BLOCK,
	async run({ read, ...asking }) {
		const chosen = read(document);
		const limit = read(pagingFields);
		const { allLevels = true, parentBlock = '' } = read(options);
		const document_id = await chosen.id(asking);
		const blocks = await childrenOf({ feishu: asking.feishu, document_id }, parentBlock || document_id, allLevels);
		return blocks.slice(0, limit).map(blockItem);
	},
});
