import { filledList, given, LABEL_LIMIT, optionalText, type Builder } from '../context';
import { addressesOf, callback, callbackValue, confirmation, hasLink, widthOf } from '../parts';
import type { MenuBlock } from '../types';
import { plain, requiredWords } from '../words';

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/overflow */
export const menu: Builder<MenuBlock> = {
	name: 'Menu',
	build({ options, value, width, confirm }, context) {
		return [
			{
				tag: 'overflow',
				options: filledList(context, 'Options', options).map((option, index) => {
					const which = `option ${index + 1}`;
					return {
						text: plain(requiredWords(context, `the text of ${which}`, option.text, LABEL_LIMIT)),
						...(hasLink(option.url) && {
							multi_url: addressesOf(context, `the URL of ${which}`, option.url, 'url'),
						}),
						...given('value', optionalText(option.value)),
					};
				}),
				...widthOf(context, 'the width', width),
				...(value !== undefined && { behaviors: [callback(callbackValue(context, value))] }),
				...confirmation(context, confirm),
			},
		];
	},
};
