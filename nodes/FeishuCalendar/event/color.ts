/** A color as it is entered, `#rrggbb`, of the number that the platform gives; empty for -1, which is no color of its own. Source: …/calendar-event/create */
export const shownColor = (color: number): string =>
	color === -1 ? '' : `#${(color & 0xffffff).toString(16).padStart(6, '0')}`;
