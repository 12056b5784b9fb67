import { ReviewList } from '#components/reviews/review-list.tsx';
import { PageBody } from '#components/ui/page-header.tsx';

export default async function ApiReviewsPage({ params }: { params: Promise<{ slug: string }> }) {
  return (
    <PageBody>
      <ReviewList api={(await params).slug} />
    </PageBody>
  );
}
