import { late, type Cases } from './common';

const TEMPLATE = { messageType: 'cardTemplate', templateId: 'AAqCMIwYpNQzM' };

export const callback: Cases = {
	respond: {
		parameters: () => ({ toastText: 'Done' }),
		refused: [
			[{ messageType: 'cardJson', cardJson: late('') }, 'Card JSON'],
			[{ ...TEMPLATE, templateId: late('') }, 'Template ID'],
			[{ ...TEMPLATE, templateVariables: late('[1]') }, 'Template Variables'],
			[{ messageType: 'markdown', markdown: late('') }, 'Markdown'],
		],
		local: true,
	},
};
