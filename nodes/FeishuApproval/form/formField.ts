import { isExpression } from 'n8n-workflow';

import { isObject, object } from '../../../feishu/json';
import { PEOPLE_CALLS } from '../../shared/contact/people';
import { mapperField, type Mapped } from '../../shared/fields/mapper';
import { parseJson } from '../../shared/fields/values';
import { complaint, type Field } from '../../shared/operation/field';
import { DEFINITION_CALLS } from '../definition/readDefinition';
import { DISTRICTS } from './districts';
import { UPLOAD_FILE } from './lookUpForm';
import { getApprovalForm } from './getFormColumns';

/** What whoever fills in a form may call, as an app. */
export const FORM_CALLS_OF_APP = [...DEFINITION_CALLS.slice(0, 1), ...PEOPLE_CALLS, UPLOAD_FILE, DISTRICTS];

/** The same for persons as well. */
export const FORM_CALLS = [...new Set([...FORM_CALLS_OF_APP, ...DEFINITION_CALLS])];

const mapper = mapperField({
	displayName: 'Form',
	name: 'approvalForm',
	description:
		'Map Automatically takes the keys of each item that are called like a control of the form; an expression may give an object of values by their names',
	typeOptions: {
		loadOptionsDependsOn: ['approvalDefinition.value'],
		resourceMapper: {
			resourceMapperMethod: 'getApprovalForm',
			mode: 'add',
			fieldWords: { singular: 'control', plural: 'controls' },
			valuesLabel: 'Form',
			addAllFields: true,
			supportAutoMap: true,
			noFieldsError: 'There is no form to fill in yet',
			// What the notice says is enough: nothing has failed.
			hideNoDataError: true,
		},
	},
	mapping: { getApprovalForm },
});

/**
 * Values for the controls of a form; what they name may have to be looked up, or uploaded. Nothing is started with an empty
 * form because an expression gave nothing.
 */
export const formField: Field<Mapped, 'approvalForm'> = {
	...mapper,
	read(panel) {
		const label = panel.label(mapper.label);
		const [given, written] = [panel.value(mapper.name), panel.writtenAs(mapper.name)];
		refuseNothing(given, written, label);
		if (!isObject(given) || given.mappingMode !== 'defineBelow') return mapper.read(panel);
		refuseNothing(given.value, object(written).value, label);
		const values = typeof given.value === 'string' ? parseJson(label, given.value) : given.value;
		if (values !== undefined && values !== null && !isObject(values))
			throw complaint(
				label,
				'holds no values',
				'Let the expression give an object of values by the names of the controls',
			);
		return typeof given.value === 'string' && values ? { from: 'expression', values } : mapper.read(panel);
	},
};

/** An expression that gives nothing, or nothing but white space. */
function refuseNothing(value: unknown, written: unknown, label: string): void {
	if (!isExpression(written) || (value !== undefined && value !== null && String(value).trim() !== '')) return;
	throw complaint(
		label,
		'is empty: its expression gave no value',
		'What it names may be called otherwise in the step before',
	);
}
