import { collectionField } from '../../../shared/fields/nested';
import { flagField } from '../../../shared/fields/plain';

export const automaticFieldsOption = flagField({
	displayName: 'Include Who and When',
	name: 'automaticFields',
	default: false,
	description: 'Whether each record also says who created and last changed it, and when',
});

const sharedUrlOption = flagField({
	displayName: 'Include Address',
	name: 'sharedUrl',
	default: false,
	description: 'Whether each record also gives the address that opens it in the browser',
});

/** What operations offer that read records by their IDs. */
export const byIdOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	automaticFieldsOption,
	sharedUrlOption,
]);
