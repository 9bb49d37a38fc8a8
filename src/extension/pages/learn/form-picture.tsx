/** The picture of a form of scam; decoration, since the name stands beside it. */
export function FormPicture({ id }: { id: string }) {
  return <div class="form-picture" data-form={id} aria-hidden="true" />;
}
