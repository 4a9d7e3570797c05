import { simplifyField } from '../../fields/common';
import { flagField } from '../../fields/plain';
import { reworded } from '../../operation/field';

export const simplifyRecordField = reworded(simplifyField, {
	hint: 'The record with plain values by the names of its fields, as Record: Get gives it; off, in the form of the platform',
});

export const includeOwnOption = flagField({
	displayName: "Include the App's Own Changes",
	name: 'includeOwn',
	default: false,
	description:
		'Whether what the app of the credential did itself starts the workflow as well. A workflow that writes into its own table would start itself again and again.',
});
