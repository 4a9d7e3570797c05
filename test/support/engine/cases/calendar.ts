import type { Cases } from './common';

export const calendar: Cases = {
	getPrimary: { parameters: () => ({}), refused: [] },
};
