/** `opus-script-0a1b2c3d-4e5f6a7b-4711-123456-Xy12Za`: for what, of which machine, since which start of it, and process. */
export const ownedName = /^opus-[a-z]+-([0-9a-f]{8})-([0-9a-f]{8})-(\d{1,10})-(\d{1,20})-[A-Za-z0-9]{6}$/;
