import { decidedField } from '../../fields/variants';
import type { Compose, MessageKind } from './kind';

const nothing: Compose = async () => [];

/** Where a card may be left as it is. */
export const none: MessageKind = {
	value: 'none',
	name: 'No Card',
	description: 'The card stays as it is',
	field: () => decidedField('none', nothing),
};
