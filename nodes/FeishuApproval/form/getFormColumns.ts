import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';

import { definitionCode } from '../../../feishu/approval/addresses';
import { columnsOf, onlyInClient, type Column } from '../../../feishu/approval/columns';
import { isInputError } from '../../../feishu/input';
import { FeishuClient } from '../../shared/client/client';
import { toNodeError } from '../../shared/client/errors';
import { filledIn } from '../../shared/fields/panel';
import { definitionOf, DEFINITION_SCOPES, type Definition } from '../definition/readDefinition';

/** The editor asks with what an expression gives, so what only a run knows arrives as nothing. */
const CHOOSE =
	'Choose a definition to see its form. Where an expression gives it, give the values by an expression as well: an object by the names of the controls.';

/** The form of the approval that is chosen on the panel. */
export async function getApprovalForm(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const feishu = new FeishuClient(this);
	const entered = filledIn({ context: this, feishu }, 'approvalDefinition');
	if (entered === '') return { fields: [], emptyFieldsNotice: CHOOSE };
	const definition = async () => await definitionOf(feishu, definitionCode('Definition', entered));
	return await definition().then(mapperFields, (error: unknown) => {
		if (isInputError(error)) return { fields: [], emptyFieldsNotice: `${error.message}. ${error.advice ?? ''}` };
		throw toNodeError(this.getNode(), error, { scopes: DEFINITION_SCOPES });
	});
}

function mapperFields({ widgets }: Definition): ResourceMapperFields {
	const fields = columnsOf(widgets).map(mapperField);
	const [only] = onlyInClient(widgets);
	const cannot = `The form asks for '${only?.name ?? ''}', which can be filled in in the client only: no program can start this approval.`;
	return {
		fields,
		...(fields.length === 0 && { emptyFieldsNotice: only ? cannot : 'The form has nothing to fill in' }),
	};
}

function mapperField({ key, name, type, required, choices }: Column): ResourceMapperField {
	return {
		id: key,
		displayName: name,
		required,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		removed: false,
		type,
		...(choices && { options: choices.map(({ text, value }) => ({ name: text, value })) }),
	};
}
