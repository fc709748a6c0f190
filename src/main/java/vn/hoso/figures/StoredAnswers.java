package vn.hoso.figures;

import org.springframework.data.jpa.repository.JpaRepository;

/** What units answered to reviewers' remarks. */
interface StoredAnswers extends JpaRepository<RemarkAnswer, Long> {}
