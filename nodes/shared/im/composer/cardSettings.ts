import type { CardSpec } from '../../../../feishu/im/card';
import { collectionField } from '../../fields/nested';
import { choiceField, flagField, jsonObjectField, textField } from '../../fields/plain';
import { mappedField } from '../../operation/field';
import { checkedProperties } from './blocks/blockOptions';

type Settings = Omit<CardSpec, 'blocks' | 'header' | 'streaming'>;

/** Settings of a card as a whole. */
export const cardSettings = mappedField(
	collectionField({ displayName: 'Card Options', name: 'cardOptions', placeholder: 'Add option' }, [
		flagField({
			displayName: 'Allow Forwarding',
			name: 'forward',
			default: true,
			description: 'Whether readers may forward the card',
		}),
		textField({
			displayName: 'Link',
			name: 'link',
			placeholder: 'e.g. https://example.com/incidents/7',
			description: 'The page that opens at a click anywhere in the card',
		}),
		jsonObjectField({
			displayName: 'Settings (JSON)',
			name: 'settings',
			description: 'All else, such as {"locales": ["zh_cn", "en_us"]}; the documentation lists it',
		}),
		textField({
			displayName: 'Summary',
			name: 'summary',
			placeholder: 'e.g. Disk full on db-1',
			description: 'What the chat list and notifications show in place of the beginning of the card',
		}),
		choiceField({
			displayName: 'Width',
			name: 'width',
			options: [
				{ name: 'Compact', value: 'compact', description: 'At most 400 pixels' },
				{ name: 'Default', value: 'default', description: 'At most 600 pixels' },
				{ name: 'Fill', value: 'fill', description: 'As wide as the chat' },
			],
			default: 'default',
			description: 'How wide the card is',
		}),
	]),
	({ forward, link, settings = {}, summary, width }, label): Settings => ({
		// Cards can be forwarded unless they say otherwise.
		...(forward === false && { forward }),
		...(width && { width }),
		link,
		summary,
		...checkedProperties<Settings>('frame', settings, label),
	}),
);
