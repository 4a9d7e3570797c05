/** What lies in folders, as lists name it, in n8n's order. */
export const DRIVE_KINDS = [
	{ name: 'Base', value: 'bitable' },
	{ name: 'Document', value: 'docx' },
	{ name: 'Document of the Old Kind', value: 'doc' },
	{ name: 'File', value: 'file' },
	{ name: 'Folder', value: 'folder' },
	{ name: 'Mind Note', value: 'mindnote' },
	{ name: 'Shortcut', value: 'shortcut' },
	{ name: 'Slides', value: 'slides' },
	{ name: 'Spreadsheet', value: 'sheet' },
] as const;

/** What lies in pages of wikis. */
export const PAGE_KINDS = DRIVE_KINDS.filter(({ value }) => value !== 'folder' && value !== 'shortcut');
