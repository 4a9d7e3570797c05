import type { JsonObject } from '../../../json';
import { BUTTON_STYLES, type ButtonStyle } from '../colors';
import { choice, filledList, LABEL_LIMIT, oneOf, type BuildContext, type Builder } from '../context';
import { around, behaviors, iconOf, widthOf } from '../parts';
import type { ButtonsBlock, CardButton } from '../types';
import { optionalWords, plain, requiredWords } from '../words';

const LAYOUTS = ['row', 'stretch', 'column'] as const;

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/button */
export const buttons: Builder<ButtonsBlock> = {
	name: 'Buttons',
	build(block, context) {
		const elements = filledList(context, 'Buttons', block.buttons).map((button, index) =>
			buttonElement(context, button, `button ${index + 1}`),
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

/** A button that opens something, tells the app, or both. */
export function buttonElement(context: BuildContext, button: CardButton, which: string): JsonObject {
	return {
		...buttonLook(context, button, which, 'default'),
		...(context.nameless && { name: context.nameless() }),
		behaviors: behaviors(context, which, button),
		...around(context, button),
	};
}

const SIZES = ['tiny', 'small', 'medium', 'large'] as const;

export function buttonLook(
	context: BuildContext,
	{ text, style, size, width, icon }: CardButton,
	which: string,
	fallback: ButtonStyle,
): JsonObject {
	const shown = iconOf(icon);
	const what = `the text of ${which}`;
	return {
		tag: 'button',
		// An icon may stand alone.
		...(shown.icon === undefined
			? { text: plain(requiredWords(context, what, text, LABEL_LIMIT)) }
			: optionalWords(context, 'text', what, text, LABEL_LIMIT)),
		type: oneOf(context, `the style of ${which}`, style, BUTTON_STYLES, fallback),
		...choice(context, 'size', `the size of ${which}`, size, SIZES),
		...widthOf(context, `the width of ${which}`, width),
		...shown,
	};
}

export function sideBySide(elements: readonly JsonObject[], mode: 'flow' | 'stretch'): JsonObject {
	const width = mode === 'flow' ? { width: 'auto' } : { width: 'weighted', weight: 1 };
	return {
		tag: 'column_set',
		flex_mode: mode,
		columns: elements.map((element) => ({ tag: 'column', ...width, elements: [element] })),
	};
}
