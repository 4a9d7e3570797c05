import { CHECKBOX_BUTTONS_LIMIT } from '../limits';
import type { JsonObject } from '../../../json';
import { given, optionalText, type BuildContext, type Builder } from '../context';
import { around, callback, callbackValue } from '../parts';
import type { CheckboxBlock } from '../types';
import { markdownSaid, plain, requiredWords } from '../words';
import { buttonElement } from './buttons';

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/checker */
export const checkbox: Builder<CheckboxBlock> = {
	name: 'Checkbox',
	build(block, context) {
		const { checked, rich, name, tells = true, value } = block;
		const said = requiredWords(context, 'the text', block.text);
		return [
			{
				tag: 'checker',
				...given('name', optionalText(name)),
				checked: checked ?? false,
				text: rich ? plain(markdownSaid(said), 'lark_md') : plain(said),
				...checkedStyle(context, block),
				...buttonArea(context, block),
				...around(context, block),
				// Without behaviors the tick stays with the reader; in a form the form tells it.
				...(tells &&
					(!context.nameless || value !== undefined) && {
						behaviors: [callback(callbackValue(context, value))],
					}),
			},
		];
	},
};

function checkedStyle(context: BuildContext, { strike, opacity }: CheckboxBlock): JsonObject {
	if (opacity !== undefined && !(Number(opacity) >= 0 && Number(opacity) <= 1))
		throw context.error(`the opacity ${opacity} is outside of 0 to 1`);
	const style = { ...given('show_strikethrough', strike), ...(opacity !== undefined && { opacity: Number(opacity) }) };
	return Object.keys(style).length > 0 ? { checked_style: style } : {};
}

function buttonArea(context: BuildContext, { buttons = [], buttonsOnHover }: CheckboxBlock): JsonObject {
	if (buttons.length === 0) return {};
	if (buttons.length > CHECKBOX_BUTTONS_LIMIT)
		throw context.error(`there are ${buttons.length} buttons; Feishu takes at most ${CHECKBOX_BUTTONS_LIMIT}`);
	return {
		button_area: {
			...(buttonsOnHover && { pc_display_rule: 'on_hover' }),
			buttons: buttons.map((button, index) =>
				buttonElement(context, { size: 'small', ...button }, `button ${index + 1}`),
			),
		},
	};
}
