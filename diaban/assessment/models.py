from django.db import models
from django.db.models import Q

from diaban.assessment.rules import Fixed, Mark
from diaban.assignments.models import Assignment
from diaban.journal.rules import Journalled
from diaban.kit.ids import uuid7
from diaban.people.models import Agency, ScopedRecord
from diaban.places.models import Unit
from diaban.replacement.models import ReplacementRequest
from diaban.reporting.rules import CompletionLevel


class CommuneAssessment(ScopedRecord):
    """The commune's form on its cadre (phiếu nhận xét), sealed until `released_at`: only the commune and the Board.

    Sent when it is made. What was judged never changes (a trigger keeps it); a returned one is followed by a version.
    """

    journal = Journalled()

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="+", verbose_name="phân công")
    version = models.PositiveSmallIntegerField("phiên bản", default=1)
    strengths = models.TextField("ưu điểm")
    limits = models.TextField("hạn chế")
    level = models.CharField("mức độ hoàn thành", max_length=14, choices=CompletionLevel.choices())
    reasons = models.TextField("lý do", blank=True)
    wants_replacement = models.BooleanField("đề nghị thay thế", default=False)
    replacement = models.OneToOneField(
        ReplacementRequest, models.PROTECT, null=True, related_name="+", verbose_name="đề nghị thay thế nêu tại phiếu"
    )
    votes_for = models.PositiveSmallIntegerField("số phiếu đồng ý", default=0)
    votes_against = models.PositiveSmallIntegerField("số phiếu không đồng ý", default=0)
    votes_other = models.PositiveSmallIntegerField("số phiếu có ý kiến khác", default=0)
    met_on = models.DateField("ngày họp Ban Thường vụ Đảng ủy", null=True)
    proposals = models.TextField("đề nghị với cơ quan, với Ban Thường vụ Tỉnh ủy", blank=True)
    profile_wish = models.TextField("mong muốn về cán bộ thay thế", blank=True)
    acknowledged = models.JSONField("dòng hỗ trợ đã đánh dấu", default=list)
    """Keys of the lines of support that the commune ticked; they are as sealed as the form."""
    signer_name = models.CharField("người ký", max_length=200)
    signer_post = models.CharField("chức vụ người ký", max_length=200)
    sent_at = models.DateTimeField("gửi lúc")
    paper_number = models.CharField("số bản giấy", max_length=60, blank=True)
    paper_dated_on = models.DateField("ngày ký bản giấy", null=True)
    paper_received_on = models.DateField("ngày nhận bản giấy", null=True)
    returned_at = models.DateTimeField("trả lại lúc", null=True)
    return_reason = models.TextField("lý do trả lại", blank=True)
    released_at = models.DateTimeField("mở lúc", null=True)
    answer = models.TextField("ý kiến của cán bộ", blank=True)
    answered_at = models.DateTimeField("cán bộ có ý kiến lúc", null=True)

    class Meta:
        verbose_name = "phiếu nhận xét của xã"
        indexes = [models.Index(fields=["province", "year"])]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "year", "version"], name="one_assessment_per_year_and_version"
            ),
            models.CheckConstraint(
                condition=Q(level__in=[CompletionLevel.GOOD, CompletionLevel.COMPLETED], wants_replacement=False)
                | ~Q(reasons=""),
                name="an_extreme_assessment_says_why",
            ),
            models.UniqueConstraint(
                fields=["assignment", "year"],
                condition=Q(returned_at=None),
                name="one_assessment_in_force_per_year",
            ),
            models.CheckConstraint(
                condition=Q(returned_at=None, return_reason="")
                | (Q(returned_at__isnull=False, released_at=None) & ~Q(return_reason="")),
                name="a_returned_assessment_says_why_and_stays_sealed",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="")
                | (Q(answered_at__isnull=False, released_at__isnull=False) & ~Q(answer="")),
                name="an_assessment_is_answered_after_it_is_opened",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commune} năm {self.year}"


class AssessmentDraft(ScopedRecord):
    """What a commune has written so far of a form that it has not sent: its own and nobody else's."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="+", verbose_name="phân công")
    written = models.JSONField("nội dung đang soạn", default=dict)
    saved_at = models.DateTimeField("lưu lúc")

    class Meta:
        verbose_name = "bản nháp phiếu nhận xét"
        constraints = [models.UniqueConstraint(fields=["assignment", "year"], name="one_draft_of_a_form_per_year")]

    def __str__(self) -> str:
        return f"Bản nháp phiếu nhận xét {self.commune} năm {self.year}"


class AssessmentMark(models.Model):
    """One criterion of a form with its wording as it was, the mark and a line."""

    journal = Journalled(through="assessment")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    assessment = models.ForeignKey(
        CommuneAssessment, models.PROTECT, related_name="marks", verbose_name="phiếu nhận xét"
    )
    criterion = models.CharField("tiêu chí", max_length=20)
    wording = models.CharField("lời văn tiêu chí", max_length=200)
    mark = models.CharField("mức", max_length=8, choices=Mark.choices())
    note = models.CharField("nhận xét", max_length=500, blank=True)

    class Meta:
        verbose_name = "mức của một tiêu chí"
        constraints = [models.UniqueConstraint(fields=["assessment", "criterion"], name="a_criterion_is_marked_once")]

    def __str__(self) -> str:
        return f"{self.wording}: {Mark(self.mark).label}"


class YearConclusion(models.Model):
    """The Standing Committee has concluded a year in a province: forms are open, and nothing is judged any more."""

    journal = Journalled()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    year = models.PositiveSmallIntegerField("năm")
    decision_symbol = models.CharField("số văn bản kết luận", max_length=60)
    concluded_on = models.DateField("ngày kết luận")
    released_at = models.DateTimeField("mở phiếu lúc")

    class Meta:
        verbose_name = "kết luận năm của Ban Thường vụ"
        constraints = [models.UniqueConstraint(fields=["province", "year"], name="a_year_is_concluded_once")]

    def __str__(self) -> str:
        return f"Kết luận năm {self.year}"


class AgencyAssessment(models.Model):
    """The yearly review of an agency's collective leadership: its own level and comment, then the Board's."""

    journal = Journalled()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="cơ quan")
    year = models.PositiveSmallIntegerField("năm")
    self_level = models.CharField("tự nhận mức", max_length=14, choices=CompletionLevel.choices())
    self_comment = models.TextField("tự nhận xét")
    fixed = models.CharField("hạn chế năm trước", max_length=8, choices=Fixed.choices(), default=Fixed.NONE)
    fixed_note = models.TextField("việc đã khắc phục", blank=True)
    sent_at = models.DateTimeField("gửi lúc")
    board_level = models.CharField(
        "mức Ban Tổ chức đề xuất", max_length=14, choices=CompletionLevel.choices(), blank=True
    )
    board_comment = models.TextField("ý kiến Ban Tổ chức", blank=True)
    shortcomings = models.TextField("hạn chế cần khắc phục", blank=True)
    """Named by the Board; the review of the year after says what came of them."""
    commented_at = models.DateTimeField("Ban Tổ chức cho ý kiến lúc", null=True)

    class Meta:
        verbose_name = "nhận xét tập thể lãnh đạo cơ quan"
        constraints = [models.UniqueConstraint(fields=["agency", "year"], name="one_agency_assessment_per_year")]

    def __str__(self) -> str:
        return f"{self.agency} năm {self.year}"
