/** Typed again rather than written into a page: also the current password, where it is to be changed. */
export function isSecretField(name: string): boolean {
  return /password|token|credential|^code$|^current$/i.test(name);
}
