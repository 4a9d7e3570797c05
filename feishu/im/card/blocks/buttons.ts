import type { JsonObject } from '../../../json';
import { BUTTON_STYLES } from '../colors';
import {
	callback,
	callbackValue,
	confirmation,
	filledList,
	LABEL_LIMIT,
	oneOf,
	optionalText,
	plainText,
	requiredText,
	webAddress,
	type BuildContext,
	type Builder,
} from '../context';
import type { ButtonsBlock, CardButton } from '../types';

const LAYOUTS = ['row', 'stretch', 'column'] as const;

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/button */
export const buttons: Builder<ButtonsBlock> = {
	name: 'Buttons',
	build(block, context) {
		const elements = filledList(context, 'Buttons', block.buttons).map((button, index) =>
			buttonElement(context, button, index),
		);
		const layout = oneOf(context, 'the layout', block.layout, LAYOUTS, 'row');
		if (layout === 'column') return elements;
		if (layout === 'row') return elements.length === 1 ? elements : [sideBySide(elements, 'flow')];
		return [
			sideBySide(
				elements.map((element) => ({ ...element, width: 'fill' })),
				'stretch',
			),
		];
	},
};

function buttonElement(context: BuildContext, button: CardButton, index: number): JsonObject {
	const which = `button ${index + 1}`;
	const text = requiredText(context, `the text of ${which}`, button.text, LABEL_LIMIT);
	return {
		tag: 'button',
		text: plainText(text),
		type: oneOf(context, `the style of ${which}`, button.style, BUTTON_STYLES, 'default'),
		behaviors: [behavior(context, button, which)],
		...confirmation(context, button.confirm),
		...(button.disabled && { disabled: true }),
	};
}

function behavior(context: BuildContext, button: CardButton, which: string): JsonObject {
	const fallback = optionalText(button.url) === '' ? 'callback' : 'link';
	const action = oneOf(context, `the action of ${which}`, button.action, ['link', 'callback'], fallback);
	if (action === 'callback') return callback(callbackValue(context, button.value));
	return { type: 'open_url', default_url: webAddress(context, `the URL of ${which}`, button.url) };
}

export function sideBySide(elements: readonly JsonObject[], mode: 'flow' | 'stretch'): JsonObject {
	const width = mode === 'flow' ? { width: 'auto' } : { width: 'weighted', weight: 1 };
	return {
		tag: 'column_set',
		flex_mode: mode,
		columns: elements.map((element) => ({ tag: 'column', ...width, elements: [element] })),
	};
}
