import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { definitionCode } from '../../../feishu/approval/addresses';
import { columnsOf, onlyInClient, type Column } from '../../../feishu/approval/columns';
import { isInputError } from '../../../feishu/input';
import { object } from '../../../feishu/json';
import { FeishuClient } from '../../shared/client/client';
import { toNodeError } from '../../shared/client/errors';
import { idsIn, type NamedColumn } from '../../shared/fields/mapper';
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
	const { schema } = object(this.getCurrentNodeParameter('approvalForm'));
	const { allowMissing } = object(this.getCurrentNodeParameter('options'));
	return await definition().then(
		(found) => mapperFields(found, idsIn(schema), allowMissing === true),
		(error: unknown) => {
			if (isInputError(error)) return { fields: [], emptyFieldsNotice: `${error.message}. ${error.advice ?? ''}` };
			throw toNodeError(this.getNode(), error, { scopes: DEFINITION_SCOPES });
		},
	);
}

/** @param known the columns that the node has kept, by the names under which it keeps them */
function mapperFields(
	{ widgets }: Definition,
	known: ReadonlyMap<string, string>,
	allowMissing: boolean,
): ResourceMapperFields {
	const columns = columnsOf(widgets);
	const idOf = namesFor(columns, known);
	const fields = columns.map((column) =>
		mapperField({ ...column, required: column.required && !allowMissing }, idOf(column)),
	);
	const [only] = onlyInClient(widgets);
	const cannot = `The form asks for '${only?.name ?? ''}', which can be filled in in the client only: no program can start this approval.`;
	return {
		fields,
		...(fields.length === 0 && { emptyFieldsNotice: only ? cannot : 'The form has nothing to fill in' }),
	};
}

/**
 * Under which name n8n keeps a column, and says that it is empty: its own, where that is the only one of its kind. One that
 * was renamed stays where it is kept, so that what was filled in stays as well.
 */
function namesFor(columns: readonly Column[], known: ReadonlyMap<string, string>): (column: Column) => string {
	const keys = new Set(columns.map(({ key }) => key));
	const kept = new Map([...known].filter(([, key]) => keys.has(key)).map(([name, key]) => [key, name]));
	const taken = new Set(kept.values());
	const isOnly = (name: string) => columns.filter((other) => other.name === name).length === 1;
	return ({ key, name }) =>
		kept.get(key) ?? (isOnly(name) && !taken.has(name) && !keys.has(name) && CAN_BE_ID.test(name) ? name : key);
}

/** n8n finds the value of a column by a path, in which its ID stands between quotes. */
const CAN_BE_ID = /^[^"\\]+$/;

function mapperField({ key, name, type, required, choices }: Column, id: string): NamedColumn {
	return {
		id,
		fieldId: key,
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
