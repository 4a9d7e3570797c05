import { OPEN_ID_CALLS } from '../../shared/contact/openIds';
import { USER_SEARCH } from '../../shared/contact/personSearch';
import { mapperField } from '../../shared/fields/mapper';
import { DEFINITION_CALLS } from '../definition/readDefinition';
import { DISTRICTS } from './districts';
import { UPLOAD_FILE } from './lookUpForm';
import { getApprovalForm } from './getFormColumns';

/** What whoever fills in a form may call, as an app. */
export const FORM_CALLS_OF_APP = [
	...DEFINITION_CALLS.slice(0, 1),
	...OPEN_ID_CALLS.filter((call) => call !== USER_SEARCH),
	UPLOAD_FILE,
	DISTRICTS,
];

/** The same for persons as well. */
export const FORM_CALLS = [...new Set([...FORM_CALLS_OF_APP, ...DEFINITION_CALLS, USER_SEARCH])];

/** Values for the controls of a form; what they name may have to be looked up, or uploaded. */
export const formField = mapperField({
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
		},
	},
	mapping: { getApprovalForm },
});
