import type { Cases } from './common';

export const bot: Cases = { getInfo: { parameters: () => ({}), refused: [], needsNoScope: true } };
