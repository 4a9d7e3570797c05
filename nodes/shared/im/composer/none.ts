import type { MessageKind } from './kind';

/** Where a card may be left as it is. */
export const none: MessageKind = {
	value: 'none',
	name: 'No Card',
	description: 'The card stays as it is',
	fields: () => [],
	compose: async () => [],
};
